// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/model_detail.h"

#include <QDir>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/library/fact_rows.h"
#include "ui/library/model_text.h"
#include "ui/widgets/cover_picture.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPictureHeight = 184;

QLabel* textLabel(const QString& role) {
    auto* label = new QLabel;
    label->setProperty("role", role);
    label->setWordWrap(true);
    return label;
}

QString orUnknown(const std::string& text) { return text.empty() ? ModelDetail::tr("unknown") : toText(text); }

void setReason(QPushButton* button, const QString& reason, const QString& toolTip) {
    button->setEnabled(reason.isEmpty());
    button->setToolTip(reason.isEmpty() ? toolTip : reason);
}

}  // namespace

ModelDetail::ModelDetail(Theme& theme, QWidget* parent)
    : UprightScroll(0, parent), m_hint(textLabel(u"hint"_s)), m_content(new QWidget), m_rows(new FactRows) {
    setObjectName(u"library_detail_panel"_s);
    setAccessibleName(tr("Details of the model"));
    m_hint->setAlignment(Qt::AlignCenter);
    auto* all = new QWidget;
    all->setProperty("role", u"card"_s);
    auto* outer = new QVBoxLayout(all);
    outer->setContentsMargins(12, 12, 12, 12);
    outer->addWidget(m_hint, 1);
    outer->addWidget(m_content, 1);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(buildHeader());
    column->addWidget(buildButtons(theme));
    column->addLayout(m_rows);
    column->addStretch(1);
    setWidget(all);
    show(nullptr, 0);
}

QWidget* ModelDetail::buildHeader() {
    auto* header = new QWidget;
    auto* column = new QVBoxLayout(header);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_picture = new CoverPicture(kPictureHeight);
    m_picture->setObjectName(u"library_detail_picture"_s);
    m_title = textLabel(u"heading"_s);
    m_badge = new QLabel;
    m_badge->setProperty("role", u"badge"_s);
    m_problem = textLabel(u"problem"_s);
    auto* badges = new QHBoxLayout;
    badges->addWidget(m_badge);
    badges->addStretch(1);
    m_alias = new QLineEdit;
    m_alias->setMaxLength(80);
    m_tags = new QLineEdit;
    m_tags->setPlaceholderText(tr("separated by commas"));
    column->addWidget(m_picture);
    column->addWidget(m_title);
    column->addLayout(badges);
    column->addWidget(m_problem);
    column->addLayout(
        labelledField(tr("Alias"), m_alias, u"library_alias_edit"_s, tr("Short name shown in lists and charts (F2).")));
    column->addLayout(labelledField(tr("Tags"), m_tags, u"library_tags_edit"_s, tr("Words to find this model by.")));
    connect(m_alias, &QLineEdit::editingFinished, this, [this] {
        if (m_alias->isModified()) Q_EMIT aliasEdited(m_alias->text().trimmed());
        m_alias->setModified(false);
    });
    connect(m_tags, &QLineEdit::editingFinished, this, [this] {
        if (!m_tags->isModified()) return;
        m_tags->setModified(false);
        QStringList tags;
        for (const QString& tag : m_tags->text().split(u','))
            if (!tag.trimmed().isEmpty()) tags << tag.trimmed();
        Q_EMIT tagsEdited(tags);
    });
    return header;
}

QWidget* ModelDetail::buildButtons(Theme& theme) {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    const auto make = [&](const QString& text, const QString& name, const QString& icon, auto signal) {
        auto* button = new QPushButton(text);
        nameControl(button, name, text);
        theme.bindIcon(button, icon, false);
        connect(button, &QPushButton::clicked, this, signal);
        return button;
    };
    m_base = make(tr("Use as base"), u"library_use_base_button"_s, u"base"_s, &ModelDetail::baseWanted);
    m_expert = make(tr("Add as expert"), u"library_use_expert_button"_s, u"expert"_s, &ModelDetail::expertWanted);
    m_render = make(tr("Render with it"), u"library_render_with_button"_s, u"render"_s, &ModelDetail::renderWanted);
    m_file = make(tr("Show file"), u"library_show_file_button"_s, u"folder"_s, &ModelDetail::showFileWanted);
    m_hash = make(tr("Check hash"), u"library_check_hash_button"_s, u"check"_s, &ModelDetail::hashWanted);
    m_page = make(tr("Model page"), u"library_model_page_button"_s, u"external"_s, &ModelDetail::pageWanted);
    m_move = make(tr("Move…"), u"library_move_button"_s, u"swap"_s, &ModelDetail::moveWanted);
    m_header = make(tr("Header"), u"library_header_button"_s, u"metadata"_s, &ModelDetail::headerWanted);
    m_header->setToolTip(tr("What the file says about itself: tensors and texts."));
    m_copies = make(tr("Copies…"), u"library_copies_button"_s, u"duplicate"_s, &ModelDetail::copiesWanted);
    m_copies->setToolTip(tr("Keep one of the files with this content, or let them share their room on the disk."));
    m_delete = make(tr("Delete file…"), u"library_delete_button"_s, u"trash"_s, &ModelDetail::deleteWanted);
    m_forget = make(tr("Remove from the list"), u"library_forget_button"_s, u"remove"_s, &ModelDetail::forgetWanted);
    m_publish = make(tr("Publish…"), u"library_publish_button"_s, u"export"_s, &ModelDetail::publishWanted);
    m_publish->setToolTip(tr("Publish this mixture on Hugging Face."));
    m_delete->setProperty("role", u"danger"_s);
    for (QPushButton* button : {m_base, m_expert, m_render}) column->addWidget(button);
    auto* pairs = new QGridLayout;
    pairs->setSpacing(8);
    int place = 0;
    for (QPushButton* button : {m_file, m_page, m_hash, m_move, m_header, m_copies}) {
        pairs->addWidget(button, place / 2, place % 2);
        pairs->setColumnStretch(place++ % 2, 1);
    }
    column->addLayout(pairs);
    m_hashing = new QProgressBar;
    m_hashing->setObjectName(u"library_hash_bar"_s);
    m_hashing->setAccessibleName(tr("Progress of the file"));
    m_hashing->setRange(0, 1000);
    m_hashing->hide();
    column->addWidget(m_hashing);
    column->addWidget(m_publish);
    column->addWidget(m_delete);
    column->addWidget(m_forget);
    return box;
}

void ModelDetail::show(const LibraryModel* model, int count) {
    m_content->setVisible(model != nullptr);
    m_hint->setVisible(model == nullptr);
    m_hint->setText(
        count > 1 ? tr("%n models are chosen. Drag them to a mixture, or choose one to see its details.", "", count)
                  : tr("Choose a model to see what it is."));
    m_hashing->hide();
    if (!model) return;
    m_title->setText(modelName(*model));
    m_badge->setText(architectureOrRole(model->facts));
    m_badge->setProperty("tone", model->facts.role == ModelRole::Refused ? u"error"_s : QString());
    const bool isUsable = model->facts.role != ModelRole::Refused && !model->isMissing;
    m_problem->setText(isUsable ? QString() : refusalText(*model));
    m_problem->setVisible(!isUsable);
    m_alias->setText(toText(model->alias));
    m_alias->setPlaceholderText(toText(model->facts.name));
    QStringList tags;
    for (const std::string& tag : model->tags) tags << toText(tag);
    m_tags->setText(tags.join(u", "_s));
    setReason(m_base, refusalText(*model),
              tr("Make it the base of the mixture (Ctrl+Enter in the list adds an expert)."));
    setReason(m_expert, refusalText(*model), tr("Add it to the mixture as an expert."));
    setReason(m_render, renderRefusalText(*model), tr("Choose it on the Render page."));
    m_hash->setEnabled(!model->isMissing && !model->isFolder);
    m_hash->setToolTip(model->isFolder ? tr("Only single files have a digest that others know.")
                                       : tr("Compute the SHA-256 that model sites know this file by."));
    m_file->setEnabled(!model->isMissing);
    const bool hasHeader = !model->isMissing && model->facts.role != ModelRole::Refused;
    m_header->setEnabled(hasHeader);
    m_copies->setVisible(model->copies > 1);
    m_delete->setVisible(!model->isMissing);
    m_forget->setVisible(model->isMissing);
    m_publish->setVisible(model->facts.role == ModelRole::Mixture && model->isFolder && !model->isMissing);
    fillRows(*model);
}

void ModelDetail::fillRows(const LibraryModel& model) {
    m_uses = nullptr;
    m_rows->clear();
    const ModelFacts& facts = model.facts;
    addRow(tr("Kind"), roleText(facts.role) + (model.isFolder ? tr(", diffusers folder") : QString()));
    if (facts.bytes > 0) addRow(tr("Size"), byteText(facts.bytes) + u" · "_s + toText(facts.dtype));
    if (facts.role == ModelRole::Checkpoint || facts.role == ModelRole::Mixture) {
        addRow(tr("Predicts"), facts.vPrediction ? tr("velocity") : tr("noise (epsilon)"));
        addRow(tr("Blocks"), tr("%n can hold experts", "", static_cast<int>(facts.blocks.size())));
        if (facts.architecture.isMixture) addRow(tr("Experts"), QString::number(facts.architecture.experts));
        QStringList parts{tr("UNet")};
        if (facts.hasTextEncoder) parts << tr("text encoder");
        if (facts.hasVae) parts << tr("VAE");
        addRow(tr("Holds"), parts.join(u", "_s));
    }
    addRow(tr("Licence"), facts.license.empty() ? orUnknown(facts.license) : licenceLines(facts.license).join(u'\n'));
    if (!facts.author.empty()) addRow(tr("Author"), toText(facts.author));
    if (!facts.trigger.empty()) addRow(tr("Trigger words"), toText(facts.trigger));
    if (!facts.origin.empty()) addRow(tr("Source"), toText(facts.origin));
    addRow(tr("SHA-256"), model.sha256.empty() ? tr("not checked") : toText(model.sha256));
    if (!model.autoV3.empty()) addRow(tr("AutoV3"), toText(model.autoV3));
    if (model.copies > 1) addRow(tr("Copies"), tr("%n files with the same content", "", model.copies));
    m_uses = addRow(tr("Used in"), u"…"_s);
    addRow(tr("File"), QDir::toNativeSeparators(pathText(facts.path)));
}

void ModelDetail::setUses(const ModelUses& uses) {
    if (m_uses) m_uses->setText(uses.isEmpty() ? tr("no recipe and no picture here") : usesLines(uses).join(u'\n'));
}

void ModelDetail::setHasPage(bool hasPage) {
    m_page->setEnabled(hasPage);
    m_page->setToolTip(hasPage ? tr("Open the page of this model in the browser.")
                               : tr("The file does not say where it comes from."));
}

QLabel* ModelDetail::addRow(const QString& label, const QString& value) {
    QLabel* text = m_rows->add(label, value);
    text->setLayoutDirection(Qt::LeftToRight);
    return text;
}

void ModelDetail::setDeletable(bool deletable) {
    m_delete->setEnabled(deletable);
    m_delete->setToolTip(deletable ? tr("Move the file to the trash.")
                                   : tr("This folder belongs to another program; delete the file there."));
    m_move->setEnabled(deletable);
    m_move->setToolTip(deletable ? tr("Move it into another folder of the library.")
                                 : tr("This folder belongs to another program; move the file there."));
}

void ModelDetail::setPicture(const QPixmap& picture) {
    m_picture->setPicture(picture);
    m_picture->setAccessibleName(picture.isNull() ? QString() : tr("A picture made with %1").arg(m_title->text()));
}

void ModelDetail::showProgress(const QString& format, double fraction) {
    m_hashing->setFormat(format);
    m_hashing->setVisible(fraction >= 0.0 && fraction < 1.0);
    m_hashing->setValue(static_cast<int>(fraction * 1000.0));
}

void ModelDetail::showHashing(double fraction) { showProgress(tr("Checking SHA-256, %p %"), fraction); }

void ModelDetail::showMoving(double fraction) { showProgress(tr("Moving, %p %"), fraction); }

void ModelDetail::editTags() {
    m_tags->setFocus(Qt::ShortcutFocusReason);
    m_tags->selectAll();
}

void ModelDetail::takeFocus() {
    for (QPushButton* button : {m_base, m_expert, m_render, m_file, m_forget}) {
        if (!button->isEnabled() || button->isHidden()) continue;
        button->setFocus(Qt::ShortcutFocusReason);
        return ensureWidgetVisible(m_title);
    }
}

void ModelDetail::editAlias() {
    m_alias->setFocus(Qt::ShortcutFocusReason);
    m_alias->selectAll();
}

}  // namespace segmoe::ui
