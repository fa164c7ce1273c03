// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// MixPage: models that come in, cards, and the buttons of the checks.
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTabWidget>
#include <QUrl>

#include "ui/bridge/qt_convert.h"
#include "ui/mix/card_list.h"
#include "ui/mix/expert_card.h"
#include "ui/mix/lora_misfits_dialog.h"
#include "ui/mix/mix_page.h"
#include "ui/mix/model_picker_dialog.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kBiasStep = 0.5;

}  // namespace

void MixPage::connectCards() {
    connect(m_cards, &CardList::addWanted, this, &MixPage::addExpert);
    connect(m_cards, &CardList::changeWanted, this, &MixPage::pickFor);
    connect(m_cards, &CardList::locateWanted, this, &MixPage::locate);
    connect(m_cards, &CardList::loraWanted, this, &MixPage::pickLora);
    connect(m_cards, &CardList::openWanted, this, &MixPage::openMix);
    connect(m_cards, &CardList::starterWanted, this, &MixPage::openStarter);
    connect(m_cards, &CardList::hubWanted, this, [this] { Q_EMIT m_navigator.hubSearchWanted({}); });
    connect(m_cards, &CardList::hint, this, &MixPage::showHint);
    connect(m_cards, &CardList::refused, this, &MixPage::showRefusal);
    connect(m_cards, &CardList::pictureDropped, this, &MixPage::pictureWanted);
    connect(m_cards, &CardList::showFileWanted, this, &MixPage::showFile);
    connect(m_cards, &CardList::showPageWanted, this, &MixPage::showModelPage);
    connect(m_cards, &CardList::useChangedWanted, &m_catalog, &ModelCatalog::useChanged);
    connect(&m_catalog, &ModelCatalog::replacedOnDisk, &m_document, &MixDocument::discardBuild);
    connect(m_cards, &CardList::showDetailsWanted, this, [this](const QString& source) {
        Q_EMIT m_navigator.modelDetailWanted(pathText(m_catalog.info(source).facts.path));
    });
}

void MixPage::showMisfits(const QString& lora, int card) {
    const QString model = toText(card < 0 ? m_document.state().head.base : m_document.card(card).spec.source);
    const auto fit = m_catalog.loraFits().find({lora, model});
    if (fit == m_catalog.loraFits().end()) return;
    const QString name = card < 0 ? sourceStem(model) : cardAlias(m_document.state(), card);
    (new LoraMisfitsDialog(sourceStem(lora), name, fit->second, this))->open();
}

/// The page of the hub the model comes from.
void MixPage::showModelPage(const QString& source) {
    const QString page = modelPageOf(source, m_catalog.info(source));
    if (!page.isEmpty()) Q_EMIT m_navigator.webPageWanted(page);
}

void MixPage::showFile(const QString& source) {
    const QFileInfo file(pathText(m_catalog.info(source).facts.path));
    QDesktopServices::openUrl(QUrl::fromLocalFile(file.absolutePath()));
}

void MixPage::connectIntake() {
    connect(&m_intake, &MixIntake::refused, this, &MixPage::showRefusal);
    connect(&m_intake, &MixIntake::summary, this, &MixPage::showRefusals);
    connect(&m_intake, &MixIntake::added, this, [this](int card) {
        showHint({}, false);
        if (ExpertCard* added = m_cards->card(card)) {
            m_cards->reveal(added);
            added->focusPrompt(PromptSide::Positive, 0);
        }
    });
    connect(&m_intake, &MixIntake::baseQuestion, this, &MixPage::askBase);
    connect(&m_intake, &MixIntake::replaceQuestion, this, &MixPage::askReplace);
    connect(&m_intake, &MixIntake::recipeDropped, this, &MixPage::importFile);
    connect(m_cards, &CardList::recipeTextDropped, this, [this](const QString& yaml) { openImport(yaml, {}); });
}

void MixPage::askBase(const QString& source, const std::vector<int>& misfits) {
    auto* box = new QMessageBox(
        QMessageBox::Question, tr("Replace base"),
        tr("Replace base and remove %n expert(s) that no longer fit?", nullptr, static_cast<int>(misfits.size())),
        QMessageBox::NoButton, this);
    box->setObjectName(u"mix_base_dialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* replace = box->addButton(tr("Replace"), QMessageBox::AcceptRole);
    nameControl(replace, u"mix_base_dialog_ok_button"_s, tr("Replace"));
    QPushButton* cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    nameControl(cancel, u"mix_base_dialog_cancel_button"_s, tr("Cancel"));
    connect(replace, &QPushButton::clicked, this, [this, source, misfits] { m_document.replaceBase(source, misfits); });
    box->open();
}

void MixPage::askReplace(int card, const QString& source) {
    auto* menu = new QMenu(this);
    menu->setObjectName(u"mix_replace_menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString letter = cardLetter(m_document.state(), card);
    connect(menu->addAction(tr("Replace %1").arg(letter)), &QAction::triggered, this,
            [this, card, source] { m_document.replaceExpert(card, source); });
    QAction* insert = menu->addAction(tr("Insert before %1").arg(letter));
    insert->setEnabled(m_document.cardCount() < kMostCards);
    connect(insert, &QAction::triggered, this, [this, card, source] { m_document.addExpert(source, card); });
    menu->popup(QCursor::pos());
}

void MixPage::pickFor(int card) {
    const auto purpose = card < 0 ? ModelPickerDialog::For::Base : ModelPickerDialog::For::Expert;
    auto* dialog =
        new ModelPickerDialog(m_theme, m_catalog, purpose, m_sources, toText(m_document.state().head.base), this);
    connect(dialog, &ModelPickerDialog::chosen, this, [this, card](const QStringList& sources) {
        if (card < 0)
            m_intake.take({sources.constFirst()}, {IntakeTarget::Kind::Base});
        else
            m_intake.take({sources.constFirst()}, {IntakeTarget::Kind::Replace, card});
    });
    dialog->open();
}

void MixPage::addExpert() {
    if (m_document.cardCount() >= kMostCards) return showHint(refusalSentence(DropRefusal::Full, {}), true);
    auto* dialog = new ModelPickerDialog(m_theme, m_catalog, ModelPickerDialog::For::Expert, m_sources,
                                         toText(m_document.state().head.base), this);
    connect(dialog, &ModelPickerDialog::chosen, this,
            [this](const QStringList& sources) { m_intake.take(sources, {}); });
    dialog->open();
}

void MixPage::pickLora(int card) {
    auto* dialog = new ModelPickerDialog(m_theme, m_catalog, ModelPickerDialog::For::Lora, m_sources,
                                         toText(m_document.state().head.base), this);
    connect(dialog, &ModelPickerDialog::chosen, this, [this, card](const QStringList& sources) {
        m_intake.take(sources, {card < 0 ? IntakeTarget::Kind::Base : IntakeTarget::Kind::Card, card});
    });
    dialog->open();
}

void MixPage::locate(int card) {
    auto* menu = new QMenu(this);
    menu->setObjectName(u"mix_locate_menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, const QString& name, bool isFolder) {
        QAction* action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, card, isFolder] { locateIn(card, isFolder); });
    };
    add(tr("Choose file…"), u"mix_locate_menu_file"_s, false);
    add(tr("Choose diffusers folder…"), u"mix_locate_menu_folder"_s, true);
    menu->popup(QCursor::pos());
}

void MixPage::locateIn(int card, bool isFolder) {
    auto* dialog = isFolder ? new QFileDialog(this, tr("Where is the folder now?"))
                            : new QFileDialog(this, tr("Where is the file now?"), {}, tr("Models (*.safetensors)"));
    dialog->setObjectName(u"mix_locate_dialog"_s);
    dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    if (isFolder) dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, card](const QString& file) { putInPlace(card, file); });
    dialog->open();
}

/// A file that was missing is there: the card keeps its name in charts.
void MixPage::putInPlace(int card, const QString& source) {
    if (card >= m_document.cardCount()) return;
    if (card >= 0 && m_document.card(card).spec.alias.empty())
        m_document.setAlias(card, cardAlias(m_document.state(), card));
    m_intake.take({source},
                  card < 0 ? IntakeTarget{IntakeTarget::Kind::Base} : IntakeTarget{IntakeTarget::Kind::Replace, card});
}

void MixPage::setTwinFinder(std::function<QString(const QString& missing)> find) { m_findTwin = std::move(find); }

std::map<QString, QString> MixPage::twins() const {
    std::map<QString, QString> found;
    const auto look = [&](const std::string& source) {
        const SourceInfo& info = m_catalog.info(toText(source));
        if (!m_findTwin || info.state != SourceInfo::State::Missing) return;
        const QString path = info.facts.path.empty() ? toText(source) : pathText(info.facts.path);
        if (const QString twin = m_findTwin(path); !twin.isEmpty()) found[toText(source)] = twin;
    };
    look(m_document.state().head.base);
    for (const MixCard& card : m_document.state().cards) look(card.spec.source);
    return found;
}

void MixPage::duplicate() {
    const auto card = m_cards->focusedCard();
    if (card && *card >= 0 && m_document.cardCount() < kMostCards) m_document.duplicateExpert(*card);
}

void MixPage::removeFocused() {
    const auto card = m_cards->focusedCard();
    if (!card || *card < 0) return;
    m_document.removeExpert(*card);
    m_cards->focusCard(std::min(*card, m_document.cardCount() - 1));
}

void MixPage::renameFocused() {
    const auto card = m_cards->focusedCard();
    if (ExpertCard* shown = card ? m_cards->card(*card) : nullptr) shown->focusAlias();
}

void MixPage::moveFocused(int by) {
    const auto card = m_cards->focusedCard();
    if (!card || *card < 0) return;
    m_document.moveExpert(*card, *card + by);
    m_cards->focusCard(std::clamp(*card + by, 0, m_document.cardCount() - 1));
}

void MixPage::act(const Check& check, const CheckAction& action) {
    const auto biased = [this](int expert, double by) {
        std::vector<RoutingRule> rules = m_document.state().head.routing.rules;
        rules.push_back({RoutingRule::Act::Bias, expert, by, {}, {}});
        m_document.setRules(rules);
    };
    switch (action.act) {
        case CheckAct::ChooseBase: return pickFor(-1);
        case CheckAct::AddExpert: return addExpert();
        case CheckAct::AddBaseAsExpert: m_document.addExpert(toText(m_document.state().head.base)); return;
        case CheckAct::Locate: return locate(action.card);
        case CheckAct::Download: return download(action.text);
        case CheckAct::UseFound: return putInPlace(action.card, action.text);
        case CheckAct::Replace: return pickFor(action.card);
        case CheckAct::Remove: return m_document.removeExpert(action.card);
        case CheckAct::SetK: return m_document.setK(action.value);
        case CheckAct::ShowCard: showView(MixHeader::Cards); return m_cards->focusCard(action.card);
        case CheckAct::EditPrompts:
            showView(MixHeader::Cards);
            if (ExpertCard* card = m_cards->card(action.card)) {
                m_cards->reveal(card);
                card->focusPrompt(PromptSide::Positive, 0);
            }
            return;
        case CheckAct::UseTrigger: return m_document.setPromptText({action.card, PromptSide::Positive, 0}, action.text);
        case CheckAct::FewStepPreset: Q_EMIT m_navigator.fewStepsWanted(); return;
        case CheckAct::ShowGates: return showView(MixHeader::Gates);
        case CheckAct::RaiseBias: return biased(action.value, kBiasStep);
        case CheckAct::LowerBias: return biased(action.value, -kBiasStep);
        case CheckAct::Keep: m_kept.insert(check.key); return refreshChecks();
        case CheckAct::ShowLicence: return m_side->setCurrentIndex(2);
        case CheckAct::ShowMisfits: return showMisfits(action.text, action.card);
        case CheckAct::UseRandomGates:
        case CheckAct::UsePromptGates:
        case CheckAct::CentreGates:
        case CheckAct::MakeCompatible: return actOnGates(action);
    }
}

void MixPage::actOnGates(const CheckAction& action) {
    GateOptions gates = m_document.gateOptions();
    if (action.act == CheckAct::UseRandomGates) gates.method = GateMethod::Random;
    if (action.act == CheckAct::UsePromptGates) gates.method = GateMethod::Hidden;
    if (action.act == CheckAct::CentreGates) gates.centre = true;
    if (action.act == CheckAct::MakeCompatible) {
        if (gates.method == GateMethod::Svd) gates.method = GateMethod::Hidden;
        m_document.setLeftOut({});
    }
    m_document.setGateOptions(gates);
}

}  // namespace segmoe::ui
