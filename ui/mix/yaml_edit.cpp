// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/yaml_edit.h"

#include <QFontDatabase>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include "ui/mix/yaml_highlighter.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

/// The column of numbers; YamlEdit paints it.
class LineNumbers : public QWidget {
public:
    explicit LineNumbers(YamlEdit* edit) : QWidget(edit), m_edit(edit) {}

protected:
    void paintEvent(QPaintEvent* event) override { m_edit->paintNumbers(event); }

private:
    YamlEdit* m_edit;
};

YamlEdit::YamlEdit(Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent),
      m_theme(theme),
      m_highlighter(new YamlHighlighter(theme, document())),
      m_gutter(new LineNumbers(this)) {
    nameControl(this, u"mix_yaml_edit"_s, tr("Recipe as YAML"),
                tr("A click on a line selects the card it belongs to."));
    setToolTip({});
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setLayoutDirection(Qt::LeftToRight);
    setAcceptDrops(false);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    connect(this, &QPlainTextEdit::blockCountChanged, this, &YamlEdit::layoutGutter);
    connect(this, &QPlainTextEdit::updateRequest, this, [this] { m_gutter->update(); });
    connect(&theme, &Theme::changed, this, [this] { m_gutter->update(); });
    layoutGutter();
}

int YamlEdit::gutterWidth() const {
    const int digits = std::max(2, static_cast<int>(QString::number(blockCount()).size()));
    return fontMetrics().horizontalAdvance(u'9') * digits + 20;
}

void YamlEdit::layoutGutter() {
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), gutterWidth(), area.height());
}

void YamlEdit::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    layoutGutter();
}

void YamlEdit::paintNumbers(QPaintEvent* event) {
    const ThemeTokens& tokens = m_theme.tokens();
    QPainter painter(m_gutter);
    painter.fillRect(event->rect(), tokens.window);
    painter.setFont(font());
    painter.setPen(tokens.text2);
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > event->rect().bottom()) break;
        painter.drawText(QRectF(0, area.top(), m_gutter->width() - 10, area.height()),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
    }
}

void YamlEdit::showYaml(const QString& yaml, bool comparing) {
    if (yaml == toPlainText()) return;
    const int scroll = verticalScrollBar()->value(), caret = textCursor().position();
    m_highlighter->setComparing(comparing);
    setPlainText(yaml);
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(caret, static_cast<int>(yaml.size())));
    setTextCursor(cursor);
    verticalScrollBar()->setValue(scroll);
}

void YamlEdit::markLines(int first, int last) {
    QList<QTextEdit::ExtraSelection> marks;
    for (int line = first; first >= 0 && line <= last; ++line) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document()->findBlockByNumber(line));
        mark.format.setBackground(m_theme.tokens().accentSoft);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks << mark;
    }
    setExtraSelections(marks);
}

void YamlEdit::mouseReleaseEvent(QMouseEvent* event) {
    QPlainTextEdit::mouseReleaseEvent(event);
    if (!textCursor().hasSelection()) Q_EMIT lineChosen(textCursor().blockNumber());
}

void YamlEdit::keyReleaseEvent(QKeyEvent* event) {
    QPlainTextEdit::keyReleaseEvent(event);
    if (!textCursor().hasSelection()) Q_EMIT lineChosen(textCursor().blockNumber());
}

}  // namespace segmoe::ui
