// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/import_dialog.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/mix/mix_state.h"
#include "ui/mix/model_catalog.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPartColumn = 0, kModelColumn = 1, kPlaceColumn = 2;
enum class Whereabouts { Looking, Here, ToDownload, Unknown };

Whereabouts whereaboutsOf(const SourceInfo& info) {
    switch (info.state) {
        case SourceInfo::State::Ok: return Whereabouts::Here;
        case SourceInfo::State::Remote: return Whereabouts::ToDownload;
        case SourceInfo::State::Missing:
        case SourceInfo::State::Refused: return Whereabouts::Unknown;
        default: return Whereabouts::Looking;
    }
}

}  // namespace

ImportDialog::ImportDialog(ModelCatalog& catalog, QWidget* parent)
    : QDialog(parent),
      m_catalog(catalog),
      m_text(new QPlainTextEdit),
      m_parts(new QTreeWidget),
      m_places(new QLabel),
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
    m_parts->setHeaderLabels({tr("Part"), tr("Model"), tr("Where"), tr("Gate prompt")});
    m_parts->setRootIsDecorated(false);
    nameControl(m_parts, u"import_dialog_parts_tree"_s, tr("Recognised parts"));
    m_places->setObjectName(u"import_dialog_places_label"_s);
    m_places->setProperty("role", u"strong"_s);
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
    column->addWidget(m_places);
    column->addWidget(m_parts, 2);
    column->addWidget(buttons);
    m_replace->setEnabled(false);
    m_places->hide();
    connect(m_text, &QPlainTextEdit::textChanged, this,
            [this] { Q_EMIT textChanged(m_text->toPlainText(), m_folder); });
    connect(&catalog, &ModelCatalog::changed, this, &ImportDialog::showPlaces);
    connect(file, &QPushButton::clicked, this, &ImportDialog::fileWanted);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT accepted(m_reading.recipe);
        QDialog::accept();
    });
}

void ImportDialog::setYaml(const QString& yaml, const QString& folder) {
    m_folder = folder;
    m_text->setPlainText(yaml);
}

void ImportDialog::openFile(const QString& path) {
    constexpr qint64 kMostBytes = 1 << 20;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly) && file.size() <= kMostBytes)
        return setYaml(QString::fromUtf8(file.readAll()), QFileInfo(path).absolutePath());
    showProblem(tr("%1 cannot be read.").arg(QFileInfo(path).fileName()), true);
}

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
    showPlaces();
    QStringList lines;
    for (const RecipeMistake& mistake : text.mistakes) {
        const QString what =
            mistake.key.empty() ? toText(mistake.rule) : toText(mistake.key + " " + mistake.rule) + u'.';
        lines << (mistake.line > 0 ? tr("Line %1, column %2: %3").arg(mistake.line).arg(mistake.column).arg(what)
                                   : what);
    }
    const bool isWrong = !text.mistakes.empty();
    for (const std::string& notice : text.notices) lines << toText(notice);
    showProblem(lines.join(u'\n'), isWrong);
    m_replace->setEnabled(!isWrong);
    if (isWrong) goTo(text.mistakes.front().line, text.mistakes.front().column);
}

void ImportDialog::showProblem(const QString& text, bool isWrong) {
    m_problem->setText(text);
    m_problem->setProperty("role", isWrong ? u"problem"_s : u"caption"_s);
    m_problem->style()->polish(m_problem);
    m_problem->setVisible(!text.isEmpty());
}

void ImportDialog::addPart(const QString& part, const std::string& source, const std::string& prompt) {
    const QString name = toText(source);
    m_catalog.want(name);
    auto* row = new QTreeWidgetItem(m_parts, {part, sourceStem(name), {}, toText(prompt)});
    row->setData(kModelColumn, Qt::UserRole, name);
    row->setToolTip(kModelColumn, name);
}

void ImportDialog::addParts(const MixRecipe& recipe) {
    if (!recipe.base.empty()) addPart(tr("Base"), recipe.base, {});
    for (std::size_t i = 0; i < recipe.experts.size(); ++i) {
        const ExpertSpec& expert = recipe.experts[i];
        const QString letter(QChar(static_cast<char16_t>(u'A' + static_cast<int>(i) % 26)));
        addPart(tr("Expert %1").arg(letter), expert.source,
                expert.positive.empty() ? std::string() : expert.positive[0].text);
        for (const LoraRef& lora : expert.loras) addPart(tr("LoRA of %1").arg(letter), lora.source, {});
    }
    for (const ParkedExpert& parked : recipe.parked) addPart(tr("Expert, off"), parked.expert.source, {});
    for (const LoraRef& lora : recipe.loras) addPart(tr("LoRA"), lora.source, {});
}

/// Which of the models are on this computer, can be fetched, or are nowhere.
void ImportDialog::showPlaces() {
    int found = 0, toDownload = 0, unknown = 0;
    for (int i = 0; i < m_parts->topLevelItemCount(); ++i) {
        QTreeWidgetItem* row = m_parts->topLevelItem(i);
        const SourceInfo& info = m_catalog.info(row->data(kModelColumn, Qt::UserRole).toString());
        QString words;
        switch (whereaboutsOf(info)) {
            case Whereabouts::Looking: words = u"…"_s; break;
            case Whereabouts::Here:
                words = tr("found");
                ++found;
                break;
            case Whereabouts::ToDownload:
                words = tr("to download");
                ++toDownload;
                break;
            case Whereabouts::Unknown:
                words = info.state == SourceInfo::State::Refused ? tr("not usable") : tr("unknown");
                row->setToolTip(kPlaceColumn, info.facts.refusal ? toText(info.facts.refusal->message) : QString());
                ++unknown;
                break;
        }
        row->setText(kPlaceColumn, words);
    }
    for (const int column : {kPartColumn, kModelColumn, kPlaceColumn}) m_parts->resizeColumnToContents(column);
    m_places->setVisible(m_parts->topLevelItemCount() > 0);
    m_places->setText(tr("Models: %1 found, %2 to download, %3 unknown").arg(found).arg(toDownload).arg(unknown));
}

}  // namespace segmoe::ui
