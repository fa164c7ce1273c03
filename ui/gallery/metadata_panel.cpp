// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/gallery/metadata_panel.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/gallery/owned_models.h"
#include "ui/gallery/settings_text.h"
#include "ui/widgets/breakable_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 16;
constexpr qsizetype kLongestPrompt = 4000;

QLabel* plainLabel(const QString& role = {}) {
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);  // texts of pictures are foreign
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (!role.isEmpty()) label->setProperty("role", role);
    return label;
}

}  // namespace

MetadataPanel::MetadataPanel(Theme& theme, QWidget* parent)
    : QWidget(parent), m_stack(new QStackedWidget(this)), m_countLabel(new QLabel), m_rows(new QGridLayout) {
    setObjectName(u"gallery_metadata_panel"_s);
    m_countLabel->setAlignment(Qt::AlignCenter);
    m_countLabel->setWordWrap(true);
    m_countLabel->setProperty("role", u"hint"_s);
    auto* scroll = new QScrollArea(m_stack);
    auto* content = new QWidget(scroll->viewport());
    content->setObjectName(u"gallery_metadata_content"_s);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    m_column->setSpacing(8);
    m_name = plainLabel(u"heading"_s);
    m_facts = plainLabel(u"caption"_s);
    m_format = plainLabel(u"caption"_s);
    for (QLabel* label : {m_name, m_facts, m_format}) m_column->addWidget(label);
    m_prompt = addText(tr("Prompt"), u"gallery_prompt_copy_button"_s);
    m_resolved = addText(tr("Resolved prompt"), u"gallery_resolved_copy_button"_s);
    m_negative = addText(tr("Negative"), u"gallery_negative_copy_button"_s);
    m_rows->setHorizontalSpacing(12);
    m_rows->setVerticalSpacing(4);
    m_rows->setColumnStretch(1, 1);
    m_column->addLayout(m_rows);
    m_experts = plainLabel();
    m_column->addWidget(m_experts);
    buildMissing(theme);
    buildRecall(theme);
    m_column->addStretch(1);

    scroll->setObjectName(u"gallery_metadata_scroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    m_stack->addWidget(m_countLabel);
    m_stack->addWidget(scroll);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    showCount(0);
}

void MetadataPanel::buildMissing(Theme& theme) {
    m_missingBox = new QWidget;
    auto* get = new QPushButton(tr("Get missing"));
    nameControl(get, u"gallery_missing_button"_s, tr("Get missing models"),
                tr("Show what getting the models of this picture takes, and get them."));
    theme.bindIcon(get, u"download"_s);
    auto* locate = new QPushButton(tr("Locate…"));
    nameControl(locate, u"gallery_locate_button"_s, tr("Locate missing models"),
                tr("Show the folder that holds the models of this picture; it is added to the library."));
    theme.bindIcon(locate, u"locate"_s);
    connect(get, &QPushButton::clicked, this, [this] { Q_EMIT missingWanted(m_missing); });
    connect(locate, &QPushButton::clicked, this,
            [this] { Q_EMIT locateWanted(m_missing.empty() ? QString() : toText(m_missing.front().name)); });
    auto* row = new QHBoxLayout(m_missingBox);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(get, 1);
    row->addWidget(locate, 1);
    m_missingBox->hide();
    m_column->addWidget(m_missingBox);
}

MetadataPanel::TextBlock MetadataPanel::addText(const QString& caption, const QString& objectName) {
    TextBlock block{new QWidget, plainLabel()};
    auto* head = new QLabel(caption);
    head->setProperty("role", u"caption"_s);
    auto* copy = new QToolButton;
    copy->setText(tr("Copy"));
    copy->setProperty("role", u"link"_s);
    nameControl(copy, objectName, tr("Copy: %1").arg(caption), tr("Copy this text"));
    connect(copy, &QToolButton::clicked, this, [this, text = block.text] {
        QGuiApplication::clipboard()->setText(text->property("whole").toString());
        Q_EMIT message(tr("Text copied."));
    });
    auto* grid = new QGridLayout(block.box);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setSpacing(2);
    grid->addWidget(head, 0, 0);
    grid->addWidget(copy, 0, 1, Qt::AlignRight);
    grid->addWidget(block.text, 1, 0, 1, 2);
    m_column->addWidget(block.box);
    return block;
}

void MetadataPanel::setText(const TextBlock& block, const std::string& text) {
    const QString whole = toText(text);
    block.text->setProperty("whole", whole);
    block.text->setText(breakable(whole.size() > kLongestPrompt ? whole.left(kLongestPrompt) + u"…"_s : whole));
    block.box->setVisible(!whole.isEmpty());
}

void MetadataPanel::buildRecall(Theme& theme) {
    m_routing = new QPushButton(tr("Open in Routing"));
    nameControl(m_routing, u"gallery_routing_button"_s, tr("Open in Routing"),
                tr("Show which experts fired where (Ctrl+Shift+R)"));
    theme.bindIcon(m_routing, u"routing"_s);
    connect(m_routing, &QPushButton::clicked, this, &MetadataPanel::routingWanted);
    m_column->addWidget(m_routing);
    auto* caption = new QLabel(tr("Use for the next picture"));
    caption->setProperty("role", u"caption"_s);
    m_column->addSpacing(4);
    m_column->addWidget(caption);
    struct Row {
        RecallPart part;
        QString name, text, tip;
    };
    const Row rows[] = {
        {RecallPart::All, u"all"_s, tr("All"), tr("Everything that made this picture (A)")},
        {RecallPart::Remix, u"remix"_s, tr("Remix"), tr("Everything but the seed (R)")},
        {RecallPart::Prompt, u"prompt"_s, tr("Prompt"), tr("Prompt and negative prompt (P)")},
        {RecallPart::Seed, u"seed"_s, tr("Seed"), tr("Seed (S)")},
        {RecallPart::Size, u"size"_s, tr("Size"), tr("Width and height (D)")},
    };
    auto* grid = new QGridLayout;
    grid->setSpacing(8);
    for (int i = 0; i < 5; ++i) {
        auto* button = new QPushButton(rows[i].text);
        nameControl(button, u"gallery_recall_%1_button"_s.arg(rows[i].name), tr("Recall: %1").arg(rows[i].text),
                    rows[i].tip);
        connect(button, &QPushButton::clicked, this, [this, part = rows[i].part] { Q_EMIT recallWanted(part); });
        grid->addWidget(button, i < 2 ? 0 : 1, i < 2 ? 3 * i : 2 * (i - 2), 1, i < 2 ? 3 : 2);
        m_recall << button;
    }
    m_column->addLayout(grid);
    m_column->addSpacing(4);
    auto* raw = new QPushButton(tr("Raw metadata"));
    nameControl(raw, u"gallery_raw_button"_s, tr("Raw metadata"), tr("Every text that the file holds (I)"));
    theme.bindIcon(raw, u"metadata"_s);
    connect(raw, &QPushButton::clicked, this, &MetadataPanel::rawWanted);
    auto* plain = new QPushButton(tr("Copy without metadata"));
    nameControl(plain, u"gallery_copy_plain_button"_s, tr("Copy without metadata"),
                tr("Copy only the pixels: prompts and settings stay here"));
    theme.bindIcon(plain, u"strip-metadata"_s);
    connect(plain, &QPushButton::clicked, this, &MetadataPanel::plainCopyWanted);
    m_column->addWidget(raw);
    m_column->addWidget(plain);
}

void MetadataPanel::showCount(int count) {
    m_settings.reset();
    m_countLabel->setText(count == 0 ? tr("Select a picture to see how it was made.")
                                     : tr("%n picture(s) selected.", "", count));
    m_stack->setCurrentIndex(0);
}

void MetadataPanel::showFile(const GalleryItem& item, bool hasCapture) {
    m_settings.reset();
    m_name->setText(breakable(pathText(item.file.filename())));
    m_name->setToolTip(pathText(item.file));
    m_facts->setText(fileText(item));
    m_format->hide();
    setText(m_prompt, item.prompt);
    setText(m_resolved, {});
    setText(m_negative, item.negative);
    clearRows();
    m_experts->hide();
    m_missingBox->hide();
    m_routing->setVisible(hasCapture);
    for (QPushButton* button : m_recall) button->setEnabled(false);
    m_stack->setCurrentIndex(1);
}

void MetadataPanel::clearRows() {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void MetadataPanel::addRow(const QString& name, const QString& value) {
    auto* caption = new QLabel(name);
    caption->setProperty("role", u"caption"_s);
    QLabel* text = plainLabel();
    text->setText(breakable(value));
    text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    const int row = m_rows->count() / 2;
    m_rows->addWidget(caption, row, 0, Qt::AlignTop);
    m_rows->addWidget(text, row, 1);
}

void MetadataPanel::showSettings(const PictureSettings& settings) {
    m_settings = settings;
    const bool isOwn = settings.format == "SegMoE Studio";
    m_format->setText(settings.format.empty() ? tr("No generation settings were found in this picture.")
                                              : tr("Read as %1").arg(toText(settings.format)));
    m_format->setVisible(!isOwn);
    if (settings.prompt) setText(m_prompt, *settings.prompt);
    setText(m_resolved, settings.resolvedPrompt.value_or(""));
    if (settings.negative) setText(m_negative, *settings.negative);
    clearRows();
    for (const auto& [name, value] : settingRows(settings)) addRow(name, value);
    if (const QString mixture = mixtureText(settings); !mixture.isEmpty()) addRow(tr("Mixture"), mixture);
    for (const RoutingRule& rule : settings.rules) addRow(tr("Rule"), ruleText(rule));
    QStringList experts;
    for (const NamedModel& model : settings.models)
        if (model.role == NamedModel::Role::Expert)
            experts
                << u"%1  %2"_s.arg(QChar(u'A' + qMin<int>(25, static_cast<int>(experts.size())))).arg(marked(model));
    m_experts->setText(experts.join(u'\n'));
    m_experts->setVisible(!experts.isEmpty());
    m_missing = m_owned ? m_owned->missingIn(settings) : std::vector<NamedModel>();
    m_missingBox->setVisible(!m_missing.empty());
    const bool isKnown = !settings.format.empty();
    const bool enabled[] = {isKnown, isKnown, settings.prompt.has_value(), settings.seed.has_value(),
                            settings.width && settings.height};
    for (int i = 0; i < m_recall.size(); ++i) m_recall[i]->setEnabled(enabled[i]);
}

QString MetadataPanel::marked(const NamedModel& model) const {
    const bool isMissing = m_owned && m_owned->isKnown() && !m_owned->has(model);
    return isMissing ? tr("%1 – not in the library").arg(toText(model.name)) : toText(model.name);
}

void MetadataPanel::showFailure(const QString& sentence) {
    m_format->setText(sentence);
    m_format->show();
}

}  // namespace segmoe::ui
