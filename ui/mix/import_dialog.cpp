// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/import_dialog.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/mix/mix_state.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

ImportDialog::ImportDialog(QWidget* parent)
    : QDialog(parent),
      m_text(new QPlainTextEdit),
      m_parts(new QTreeWidget),
      m_problem(new QLabel),
      m_replace(new QPushButton(tr("Replace mix"))) {
    setObjectName(u"import_dialog"_s);
    setWindowTitle(tr("Import recipe"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(720, 560);
    auto* hint = new QLabel(tr("Paste a recipe or choose a file. Nothing changes before you press Replace mix."));
    hint->setWordWrap(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    nameControl(m_text, u"import_dialog_text_edit"_s, tr("Recipe text"));
    m_parts->setHeaderLabels({tr("Part"), tr("Model"), tr("Gate prompt")});
    m_parts->setRootIsDecorated(false);
    nameControl(m_parts, u"import_dialog_parts_tree"_s, tr("Recognised parts"));
    m_problem->setWordWrap(true);
    m_problem->setObjectName(u"import_dialog_problem_label"_s);
    m_problem->setTextFormat(Qt::PlainText);
    auto* buttons = new QDialogButtonBox;
    auto* file = buttons->addButton(tr("Choose file…"), QDialogButtonBox::ActionRole);
    nameControl(file, u"import_dialog_file_button"_s, tr("Choose file"));
    m_replace->setProperty("role", u"primary"_s);
    nameControl(m_replace, u"import_dialog_ok_button"_s, tr("Replace mix"));
    buttons->addButton(m_replace, QDialogButtonBox::AcceptRole);
    auto* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    nameControl(cancel, u"import_dialog_cancel_button"_s, tr("Cancel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(hint);
    column->addWidget(m_text, 3);
    column->addWidget(m_problem);
    column->addWidget(m_parts, 2);
    column->addWidget(buttons);
    m_replace->setEnabled(false);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { Q_EMIT textChanged(m_text->toPlainText()); });
    connect(file, &QPushButton::clicked, this, &ImportDialog::fileWanted);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT accepted(m_reading.recipe);
        QDialog::accept();
    });
}

void ImportDialog::setYaml(const QString& yaml) { m_text->setPlainText(yaml); }

void ImportDialog::goTo(int line, int column) {
    const QTextBlock block = m_text->document()->findBlockByNumber(line - 1);
    if (!block.isValid()) return;
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(block);
    mark.format.setBackground(palette().color(QPalette::Highlight));
    mark.format.setProperty(QTextFormat::FullWidthSelection, true);
    m_text->setExtraSelections({mark});
    if (m_text->hasFocus()) return;  // somebody types: the caret stays
    QTextCursor caret(block);
    caret.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor,
                       std::clamp(column - 1, 0, std::max(0, static_cast<int>(block.length()) - 1)));
    m_text->setTextCursor(caret);
    m_text->centerCursor();
}

void ImportDialog::show(const RecipeText& text) {
    m_reading = text;
    m_parts->clear();
    m_text->setExtraSelections({});
    if (text.isReadable) addParts(text.recipe);
    QStringList lines;
    for (const RecipeMistake& mistake : text.mistakes) {
        const QString what =
            mistake.key.empty() ? toText(mistake.rule) : toText(mistake.key + " " + mistake.rule) + u'.';
        lines << (mistake.line > 0 ? tr("Line %1, column %2: %3").arg(mistake.line).arg(mistake.column).arg(what)
                                   : what);
    }
    const bool isWrong = !text.mistakes.empty();
    for (const std::string& notice : text.notices) lines << toText(notice);
    m_problem->setText(lines.join(u'\n'));
    m_problem->setProperty("role", isWrong ? u"problem"_s : u"caption"_s);
    m_problem->style()->polish(m_problem);
    m_problem->setVisible(!lines.isEmpty());
    m_replace->setEnabled(!isWrong);
    if (isWrong) goTo(text.mistakes.front().line, text.mistakes.front().column);
}

void ImportDialog::addParts(const MixRecipe& recipe) {
    const auto add = [this](const QString& part, const std::string& source, const std::string& prompt) {
        new QTreeWidgetItem(m_parts, {part, sourceStem(toText(source)), toText(prompt)});
    };
    if (!recipe.base.empty()) add(tr("Base"), recipe.base, {});
    for (std::size_t i = 0; i < recipe.experts.size(); ++i) {
        const ExpertSpec& expert = recipe.experts[i];
        const QString letter(QChar(static_cast<char16_t>(u'A' + static_cast<int>(i) % 26)));
        add(tr("Expert %1").arg(letter), expert.source,
            expert.positive.empty() ? std::string() : expert.positive[0].text);
        for (const LoraRef& lora : expert.loras) add(tr("LoRA of %1").arg(letter), lora.source, {});
    }
    for (const ParkedExpert& parked : recipe.parked) add(tr("Expert, off"), parked.expert.source, {});
    for (const LoraRef& lora : recipe.loras) add(tr("LoRA"), lora.source, {});
    m_parts->resizeColumnToContents(0);
    m_parts->resizeColumnToContents(1);
}

}  // namespace segmoe::ui
