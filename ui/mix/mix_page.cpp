// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// The page's layout and what follows an edit; files and dialogs: mix_page_files.cpp, models and checks:
// mix_page_cards.cpp, building: mix_page_build.cpp.
#include "ui/mix/mix_page.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/mix/card_list.h"
#include "ui/mix/check_panel.h"
#include "ui/mix/download_need.h"
#include "ui/mix/expert_card.h"
#include "ui/mix/forecast_panel.h"
#include "ui/mix/gates_view.h"
#include "ui/mix/layer_panel.h"
#include "ui/mix/licence_panel.h"
#include "ui/mix/mix_arrivals.h"
#include "ui/mix/notice_bar.h"
#include "ui/mix/probe_panel.h"
#include "ui/mix/source_list.h"
#include "ui/mix/yaml_view.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/upright_scroll.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSourceWidth = 260;
constexpr int kSideWidth = 300;
constexpr int kLeastSide = 226;

/// Whether names are all that differs: which experts fire does not depend on them.
bool choosesAlike(MixRecipe a, MixRecipe b) {
    for (MixRecipe* recipe : {&a, &b}) {
        recipe->name.clear();
        recipe->notes.clear();
        recipe->parked.clear();
        for (ExpertSpec& expert : recipe->experts) expert.alias.clear();
    }
    return a == b;
}

}  // namespace

MixPage::MixPage(const Parts& parts, QWidget* parent)
    : QWidget(parent),
      m_theme(parts.theme),
      m_navigator(parts.navigator),
      m_client(parts.client),
      m_jobs(parts.jobs),
      m_saveFolder(parts.saveFolder),
      m_renderFolder(parts.renderFolder),
      m_catalog(parts.client),
      m_intake(m_document, m_catalog),
      m_files(m_document, parts.client, parts.recovery),
      m_sources(parts.sources),
      m_pace(parts.pace) {
    if (parts.downloads) {
        m_arrivals = std::make_unique<MixArrivals>(*parts.downloads, m_catalog, m_intake);
        m_downloadNeed = new DownloadNeed(*parts.downloads, this);
    }
    setObjectName(u"mix_page"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_document.setObjectName(u"mix_document"_s);
    buildLayout();
    fillMenus();
    connectDocument();
    connectCards();
    connectIntake();
    connectArrivals();
    connectFiles();
    connectPanels();
    connectJobs();
    m_list->setSources(m_sources);
    refresh();
}

MixPage::~MixPage() { hide(); }  // while the members live: its parts still hear that they lose the focus

void MixPage::buildLayout() {
    m_header = new MixHeader(m_theme, m_document, m_catalog, this);
    m_splitter = new QSplitter(this);
    m_list = new SourceList(m_theme, m_document, m_catalog, m_intake, m_splitter);
    m_list->setAttribute(Qt::WA_StyledBackground);
    m_splitter->setObjectName(u"mix_main_splitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_splitter, 1);
    m_splitter->addWidget(m_list);
    buildMiddle();
    buildSide();
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({kSourceWidth, 600, kSideWidth});
}

/// From the outside in: see makePage().
void MixPage::buildMiddle() {
    m_views = new QStackedWidget(m_splitter);
    m_splitter->addWidget(m_views);
    auto* composer = new QWidget(m_views);
    m_views->addWidget(composer);
    auto* column = new QVBoxLayout(composer);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildMissing());
    m_cards = new CardList(m_theme, m_document, m_catalog, m_intake, composer);
    m_hint = new NoticeBar(u"mix_hint"_s, composer);
    m_layers = new LayerPanel(m_theme, m_document, m_catalog, composer);
    m_layers->setAttribute(Qt::WA_StyledBackground);
    column->addWidget(m_cards, 1);
    column->addWidget(m_hint);
    column->addWidget(m_layers);
    m_gatesView = new GatesView(m_theme, m_views);
    m_yaml = new YamlView(m_theme, m_document, m_client, m_views);
    m_views->addWidget(m_gatesView);
    m_views->addWidget(m_yaml);
}

void MixPage::buildSide() {
    auto* side = new QWidget(m_splitter);
    side->setObjectName(u"mix_side_panel"_s);
    side->setAttribute(Qt::WA_StyledBackground);
    m_splitter->addWidget(side);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(12, 8, 12, 12);
    column->setSpacing(8);
    column->addStrut(kLeastSide);
    m_forecast = new ForecastPanel(m_theme, m_document, m_catalog, m_client);
    m_forecast->setPace(m_pace);
    m_forecast->setDownloads(m_downloadNeed);
    m_checks = new CheckPanel(m_theme);
    m_licence = new LicencePanel;
    m_side = new QTabWidget(side);
    m_side->setDocumentMode(true);
    m_side->setUsesScrollButtons(false);  // so that it is never narrower than its tabs
    nameControl(m_side, u"mix_side_tabs"_s, tr("Forecast, checks, licence"));
    column->addWidget(m_side, 1);
    const auto addScrolled = [this](QWidget* content, const QString& title) {
        auto* area = new UprightScroll;
        area->setFocusPolicy(Qt::NoFocus);
        m_side->addTab(area, title);
        content->setContentsMargins(0, 0, 6, 0);
        area->setWidget(content);
        area->viewport()->setAutoFillBackground(false);
        content->setAutoFillBackground(false);
    };
    addScrolled(m_checks, tr("Checks"));
    addScrolled(m_forecast, tr("Forecast"));
    m_side->addTab(m_licence, tr("Licence"));
    m_probe = new ProbePanel(m_theme, side);
    column->addWidget(m_probe);
}

void MixPage::connectDocument() {
    connect(&m_document, &MixDocument::changed, this, &MixPage::refresh);
    connect(&m_document, &MixDocument::changed, this, [this] {
        Q_EMIT m_navigator.documentChanged(toText(m_document.state().head.name), m_document.isModified());
    });
    connect(&m_document, &MixDocument::changed, this, [this] { Q_EMIT m_navigator.mixEdited(buildRequest().recipe); });
    connect(&m_document, &MixDocument::buildChanged, this, [this] {
        m_header->refresh();
        refreshChecks();
    });
    connect(&m_document, &MixDocument::modifiedChanged, this, [this](bool modified) {
        Q_EMIT m_navigator.documentChanged(toText(m_document.state().head.name), modified);
    });
    connect(&m_document, &MixDocument::opened, this, [this] {
        m_kept.clear();
        m_gates.reset();
        m_prediction.reset();
        m_probe->clear();
        m_catalog.setFolder(pathText(m_document.state().head.folder));
        recheckModels();  // some may be known from a document before
        Q_EMIT m_navigator.documentChanged(toText(m_document.state().head.name), m_document.isModified());
    });
    connect(&m_catalog, &ModelCatalog::changed, this, &MixPage::refresh);
}

void MixPage::connectPanels() {
    connect(m_header, &MixHeader::viewChanged, this, [this](MixHeader::View view) { m_views->setCurrentIndex(view); });
    connect(m_header, &MixHeader::buildWanted, this, &MixPage::build);
    connect(m_header, &MixHeader::gatesWanted, this, &MixPage::updateGates);
    connect(m_header, &MixHeader::renderWanted, this, &MixPage::render);
    connect(m_list, &SourceList::hubWanted, &m_navigator, &Navigator::hubSearchWanted);
    connect(m_list, &SourceList::foldersWanted, &m_navigator, &Navigator::modelFoldersWanted);
    connect(m_list, &SourceList::showFileWanted, this, &MixPage::showFile);
    connect(m_list, &SourceList::showDetailsWanted, &m_navigator, &Navigator::modelDetailWanted);
    connect(m_list, &SourceList::showPageWanted, this, &MixPage::showModelPage);
    connect(m_checks, &CheckPanel::actionWanted, this, &MixPage::act);
    connect(m_forecast, &ForecastPanel::sizesWanted, this,
            [this] { Q_EMIT m_navigator.missingWanted(missingReferences(), {}); });
    connect(m_forecast, &ForecastPanel::savingWanted, this, [this](const QString& remedy) {
        Q_EMIT m_navigator.memorySavingWanted(remedy);
        showHint(tr("The forecast reckons with it, and Render does it."), false);
    });
    connect(m_probe, &ProbePanel::predictWanted, this, &MixPage::predict);
    connect(m_layers, &LayerPanel::cancelBuildWanted, &m_jobs, &MixJobs::cancelBuild);
    connect(m_gatesView, &GatesView::buildWanted, this, &MixPage::build);
    connect(m_gatesView, &GatesView::textGatesWanted, this, &MixPage::buildWithTextGates);
    connect(m_yaml, &YamlView::cardChosen, m_cards, [this](int card) {
        if (m_header->view() == MixHeader::Cards) m_cards->focusCard(card);
    });
    connect(m_yaml, &YamlView::exportWanted, this, &MixPage::exportRecipe);
    connect(m_yaml, &YamlView::importWanted, this, &MixPage::importRecipe);
    connect(m_cards, &CardList::cardFocused, m_yaml, &YamlView::showCard);
}

void MixPage::wantModels() {
    const MixState& state = m_document.state();
    m_catalog.want(toText(state.head.base));
    for (const LoraRef& lora : state.head.loras) {
        m_catalog.want(toText(lora.source));
        const int card = loraTestCard(state, lora);
        m_catalog.wantFit(toText(lora.source), toText(card < 0 ? state.head.base : m_document.card(card).spec.source));
    }
    for (const MixCard& card : state.cards) {
        const QString source = toText(card.spec.source);
        m_catalog.want(source);
        for (const LoraRef& lora : card.spec.loras) {
            m_catalog.want(toText(lora.source));
            m_catalog.wantFit(toText(lora.source), source);
        }
    }
}

/// Somebody comes back to the window or the page: files may have been replaced meanwhile, or have gone or come.
bool MixPage::event(QEvent* event) {
    if (event->type() == QEvent::WindowActivate || event->type() == QEvent::Show) recheckModels();
    return QWidget::event(event);
}

void MixPage::recheckModels() {
    QStringList sources = {toText(m_document.state().head.base)};
    const auto addLoras = [&sources](const std::vector<LoraRef>& loras) {
        for (const LoraRef& lora : loras) sources << toText(lora.source);
    };
    addLoras(m_document.state().head.loras);
    for (const MixCard& card : m_document.state().cards) {
        sources << toText(card.spec.source);
        addLoras(card.spec.loras);
    }
    sources.removeDuplicates();
    m_catalog.recheck(sources);
}

void MixPage::refresh() {
    wantModels();
    m_header->refresh();
    m_list->refresh();
    m_cards->refresh();
    m_layers->refresh();
    m_licence->show(m_document.recipe(), m_catalog.infos());
    refreshChecks();
    refreshMissing();
    m_forecast->refresh();
    m_navigator.setMixArchitecture(hubArchitecture(infoOf(m_catalog.infos(), toText(m_document.state().head.base))));
    m_navigator.setMixCards(loraPlaces());
}

QStringList MixPage::loraPlaces() const {
    const MixState& state = m_document.state();
    if (state.head.base.empty()) return {};
    QStringList places{tr("Base: %1").arg(sourceStem(toText(state.head.base)))};
    for (int card = 0; card < m_document.cardCount(); ++card)
        places << tr("%1: %2").arg(cardLetter(state, card), cardAlias(state, card));
    return places;
}

void MixPage::refreshChecks() {
    const MixRecipe recipe = m_document.recipe();
    const bool isBuilt = m_document.buildState() == BuildState::Built;
    const bool isPredicted = m_predictionOf && choosesAlike(*m_predictionOf, recipe);
    m_probe->setCurrent(isPredicted);
    CheckInput input{
        m_document.state(),   usedInfos(), isBuilt ? m_gates : std::nullopt, isPredicted ? m_prediction : std::nullopt,
        m_catalog.loraFits(), twins()};
    m_shownChecks = mixChecks(input);
    std::erase_if(m_shownChecks, [this](const Check& check) { return m_kept.contains(check.key); });
    m_checks->show(m_shownChecks);
    const auto serious =
        std::ranges::count_if(m_shownChecks, [](const Check& c) { return c.level != CheckLevel::Info; });
    m_side->setTabText(0, serious > 0 ? tr("Checks %1").arg(serious) : tr("Checks"));
    const bool isBlocked = hasErrors(m_shownChecks);
    const QString reason = isBlocked ? m_shownChecks.front().sentence : QString();
    m_header->setBlocked(reason);
    m_forecast->setComplete(!isBlocked);
    m_gatesView->show(isBuilt ? m_gates : std::nullopt);
    m_gatesView->setBuildEnabled(!isBlocked, reason);
    m_probe->setEnabledFor(!isBlocked, reason);
}

SourceInfos MixPage::usedInfos() const {
    SourceInfos used;
    const auto take = [&](const std::string& source) { used[toText(source)] = m_catalog.info(toText(source)); };
    const MixState& state = m_document.state();
    take(state.head.base);
    for (const LoraRef& lora : state.head.loras) take(lora.source);
    for (const MixCard& card : state.cards) {
        take(card.spec.source);
        for (const LoraRef& lora : card.spec.loras) take(lora.source);
    }
    return used;
}

const std::vector<Check>& MixPage::checks() const { return m_shownChecks; }

void MixPage::showChecks() {
    m_side->setCurrentIndex(0);
    m_side->setFocus(Qt::OtherFocusReason);
}

void MixPage::showView(MixHeader::View view) { m_header->setView(view); }

void MixPage::setSources(const QStringList& sources) {
    m_sources = sources;
    m_list->setSources(sources);
    refresh();
}

void MixPage::setDefaultPrompt(const QString& prompt) {
    m_hasPrompt = m_hasPrompt || !prompt.trimmed().isEmpty();
    m_probe->setDefaultPrompt(prompt);
}

void MixPage::find() { m_list->focusFilter(); }

/// In a narrow window the models make room; they are one drag of the splitter away.
void MixPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (event->oldSize().width() == event->size().width()) return;
    const int source = width() < 1000 ? 204 : kSourceWidth, side = width() < 1000 ? 276 : kSideWidth;
    m_splitter->setSizes({source, width() - source - side, side});
}

}  // namespace segmoe::ui
