// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// The panel's rows and what the engine is asked for them; what would need less memory: forecast_remedies.cpp.
#include "ui/mix/forecast_panel.h"

#include <algorithm>

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/mix/build_pace.h"
#include "ui/mix/download_need.h"
#include "ui/mix/memory_meter.h"
#include "ui/mix/render_pace.h"
#include "ui/render/memory_remedies.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painted_access.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kForecastDelayMs = 100;
constexpr int kBasisSteps = 20;
constexpr double kBasisGuidance = 7.0;
constexpr std::int64_t kWorthwhile = 10'000'000;  ///< bytes a remedy must save to be offered
constexpr MoeLayers kShownLayers[] = {MoeLayers::Attention, MoeLayers::FeedForward, MoeLayers::All};

class ForecastText {
    Q_DECLARE_TR_FUNCTIONS(ForecastPanel)
};

QString durationText(double seconds) {
    const QLocale locale;
    if (seconds < 0.0) return ForecastText::tr("not known yet");
    if (seconds < 90.0) return ForecastText::tr("%1 s").arg(locale.toString(seconds, 'f', seconds < 10 ? 1 : 0));
    return ForecastText::tr("%1 min").arg(locale.toString(seconds / 60.0, 'f', 1));
}

QLabel* addForecastRow(QGridLayout& grid, const QString& caption, const char* name, QLabel** label = nullptr) {
    auto* words = new QLabel(caption);
    words->setProperty("role", u"caption"_s);
    words->setWordWrap(true);
    auto* value = new QLabel;
    value->setObjectName(QString::fromLatin1(name));
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const int row = grid.rowCount();
    grid.addWidget(words, row, 0);
    grid.addWidget(value, row, 1);
    if (label) *label = words;
    return value;
}

bool isOnCard(const MemoryForecast& forecast) { return forecast.device.starts_with("cuda"); }

}  // namespace

ForecastPanel::ForecastPanel(Theme& theme, MixDocument& document, ModelCatalog& catalog, MixClient& client,
                             QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_catalog(catalog),
      m_client(client),
      m_gpu(new MemoryMeter(theme)),
      m_memory(new MemoryMeter(theme)),
      m_verdict(new QLabel),
      m_cpuVerdict(new QLabel),
      m_askSizes(new QPushButton(tr("Ask the hubs…"))),
      m_basis(new QToolButton),
      m_remedyTitle(new QLabel(tr("Remedies"))),
      m_remedyBox(new QVBoxLayout) {
    setObjectName(u"mix_forecast_panel"_s);
    nameControl(m_gpu, u"mix_forecast_gpu_bar"_s, tr("GPU memory needed of what is free"));
    nameControl(m_memory, u"mix_forecast_ram_bar"_s, tr("Memory needed of what is free"));
    m_verdict->setObjectName(u"mix_forecast_verdict_label"_s);
    m_cpuVerdict->setObjectName(u"mix_forecast_ram_label"_s);
    m_cpuVerdict->setToolTip(tr("What the same picture needs when it is rendered on the processor."));
    for (QLabel* label : {m_verdict, m_cpuVerdict}) label->setWordWrap(true);
    m_askSizes->setProperty("role", u"link"_s);
    nameControl(m_askSizes, u"mix_forecast_sizes_button"_s, tr("Ask the hubs for the sizes"),
                tr("Nothing is sent to a hub before you ask."));
    m_basis->setProperty("role", u"link"_s);
    m_basis->setPopupMode(QToolButton::InstantPopup);
    nameControl(m_basis, u"mix_forecast_basis_button"_s, tr("Basis of the forecast"), tr("Change size and batch"));
    m_remedyTitle->setProperty("role", u"strong"_s);
    m_remedyBox->setSpacing(4);
    layOut();
    m_delay.setSingleShot(true);
    m_delay.setInterval(kForecastDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &ForecastPanel::ask);
    connect(m_askSizes, &QPushButton::clicked, this, &ForecastPanel::sizesWanted);
    connect(&client, &MixClient::forecastReady, this, &ForecastPanel::answered);
    connect(&client, &MixClient::forecastFailed, this, [this](quint64 id, const Failure&) { failed(id); });
    fillBasis();
    refresh();
}

void ForecastPanel::layOut() {
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    fillGrid(*grid);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_verdict);
    column->addWidget(m_gpu);
    column->addWidget(m_cpuVerdict);
    column->addWidget(m_memory);
    column->addLayout(grid);
    column->addWidget(m_askSizes, 0, Qt::AlignRight);
    column->addWidget(m_basis);
    column->addWidget(m_remedyTitle);
    column->addLayout(m_remedyBox);
    column->addStretch(1);
}

void ForecastPanel::fillGrid(QGridLayout& grid) {
    m_mapped = addForecastRow(grid, tr("Read from disk"), "mix_forecast_mapped_label");
    m_disk = addForecastRow(grid, tr("Disk if saved"), "mix_forecast_disk_label");
    m_layers[0] = addForecastRow(grid, tr("… in attention"), "mix_forecast_attn_label");
    m_layers[1] = addForecastRow(grid, tr("… in feed-forward"), "mix_forecast_ff_label");
    m_layers[2] = addForecastRow(grid, tr("… in all layers"), "mix_forecast_all_label");
    m_download = addForecastRow(grid, tr("To download"), "mix_forecast_download_label", &m_downloadCaption);
    m_build = addForecastRow(grid, tr("Build time"), "mix_forecast_build_label");
    m_picture = addForecastRow(grid, tr("One image takes"), "mix_forecast_image_label");
}

void ForecastPanel::setBasis(int side, int batch) {
    m_side = side;
    m_batch = batch;
    m_savings.clear();
    refresh();
}

void ForecastPanel::fillBasis() {
    auto* menu = new QMenu(m_basis);
    const auto add = [&](const QString& text, int side, int batch) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, side, batch] { setBasis(side, batch); });
    };
    add(tr("Size of the model, one image"), 0, 1);
    for (const int side : {512, 768, 1024}) add(tr("%1×%1, one image").arg(side), side, 1);
    add(tr("Size of the model, four images at once"), 0, 4);
    m_basis->setMenu(menu);
}

void ForecastPanel::showBasis() {
    QString text = tr("Basis: %1×%1, %2 steps, batch %3").arg(side()).arg(kBasisSteps).arg(m_batch);
    if (m_savings.contains(u"tiled"_s)) text += u", "_s + tr("tiled decode");
    if (m_savings.contains(u"halves"_s)) text += u", "_s + tr("guidance halves apart");
    m_basis->setText(text);
}

RenderRequest ForecastPanel::request(const MixRecipe& recipe) const {
    RenderRequest request;
    request.model = recipe.name;
    request.recipe = std::make_shared<const MixRecipe>(recipe);
    request.width = request.height = side();
    request.images = request.imagesAtOnce = m_batch;
    request.steps = kBasisSteps;
    request.guidanceScale = kBasisGuidance;
    for (const QString& saving : m_savings) request = withRemedy(std::move(request), saving);
    return request;
}

void ForecastPanel::setComplete(bool complete) {
    if (complete == m_isComplete) return;
    m_isComplete = complete;
    refresh();
}

void ForecastPanel::setBuildSeconds(double seconds) {
    m_buildSeconds = seconds;
    showBuildTime(m_document.recipe());
}

void ForecastPanel::setPace(const RenderPace& pace) {
    m_pace = &pace;
    connect(&pace, &RenderPace::changed, this, [this] {
        showPictureTime();
        showBuildTime(m_document.recipe());
    });
    showPictureTime();
}

void ForecastPanel::setDownloads(const DownloadNeed* downloads) {
    m_downloads = downloads;
    if (downloads) connect(downloads, &DownloadNeed::changed, this, &ForecastPanel::showDownloads);
    showDownloads();
}

void ForecastPanel::setMissing(const QStringList& references) {
    m_missing = references;
    showDownloads();
}

int ForecastPanel::side() const {
    return m_side > 0 ? m_side : m_catalog.info(toText(m_document.state().head.base)).facts.architecture.nativeSize;
}

void ForecastPanel::showLayerSizes(const MixRecipe& recipe) {
    for (std::size_t i = 0; i < std::size(kShownLayers); ++i) {
        const std::int64_t added = addedBytes(recipe, kShownLayers[i], m_catalog.infos());
        m_layers[i]->setText(added < 0 ? u"–"_s : u"+"_s + byteText(added));
        QFont font = m_layers[i]->font();
        font.setBold(kShownLayers[i] == recipe.layers);
        m_layers[i]->setFont(font);
        m_layers[i]->setToolTip(kShownLayers[i] == recipe.layers ? tr("As the mix is now, compared with the base.")
                                                                 : tr("Compared with the base."));
    }
}

void ForecastPanel::showDownloads() {
    const bool isNeeded = m_downloads && !m_missing.isEmpty();
    m_downloadCaption->setVisible(isNeeded);
    m_download->setVisible(isNeeded);
    const DownloadNeed::Sum sum = isNeeded ? m_downloads->of(m_missing) : DownloadNeed::Sum{};
    m_askSizes->setVisible(sum.unknown > 0);
    const QString unknown = tr("%n unknown", nullptr, sum.unknown);
    m_download->setText(sum.unknown == 0 ? byteText(sum.bytes)
                        : sum.bytes == 0 ? unknown
                                         : tr("%1, %2").arg(byteText(sum.bytes), unknown));
}

void ForecastPanel::showBuildTime(const MixRecipe& recipe) {
    const double guess = m_pace ? buildSeconds(*m_pace, recipe, m_catalog.infos()) : -1.0;
    const bool isBuilt = m_document.buildState() == BuildState::Built && m_buildSeconds >= 0.0;
    m_build->setText(isBuilt                 ? tr("took %1").arg(durationText(m_buildSeconds))
                     : guess >= 0.0          ? tr("about %1").arg(durationText(guess))
                     : m_buildSeconds >= 0.0 ? tr("last took %1").arg(durationText(m_buildSeconds))
                                             : durationText(-1.0));
    m_build->setToolTip(isBuilt || guess < 0.0 ? QString()
                                               : tr("From what reading files and measuring gates took on this "
                                                    "computer. Prompts that were measured before take no time."));
}

void ForecastPanel::showPictureTime() {
    const MixRecipe recipe = m_document.recipe();
    const double work = samplingWork(request(recipe));
    // This very mixture was rendered before, or others with the same base.
    double seconds = m_pace ? m_pace->seconds(m_document.file(), work) : -1.0;
    const SourceInfo& base = m_catalog.info(toText(recipe.base));
    if (seconds < 0.0 && m_pace && base.state == SourceInfo::State::Ok)
        seconds = m_pace->seconds(architectureText(base.facts), work * expertFactor(recipe, m_catalog.infos()));
    m_picture->setText(seconds < 0.0 ? durationText(seconds) : tr("about %1").arg(durationText(seconds)));
    m_picture->setToolTip(seconds < 0.0 ? tr("Known after the first render with a model of this architecture.")
                                        : tr("From what the latest renders took on this computer."));
}

void ForecastPanel::refresh() {
    const MixRecipe recipe = m_document.recipe();
    const std::int64_t bytes = savedBytes(recipe, m_catalog.infos());
    m_disk->setText(bytes < 0 ? u"–"_s : byteText(bytes));
    showBasis();
    showLayerSizes(recipe);
    showDownloads();
    showBuildTime(recipe);
    showPictureTime();
    if (m_isComplete) return m_delay.start();
    m_delay.stop();
    m_questions.clear();
    clearRemedies();
    clearMemory(tr("The forecast appears when the mix is complete."));
}

void ForecastPanel::clearMemory(const QString& sentence) {
    m_gpu->hide();
    m_cpuVerdict->hide();
    m_memory->clear();
    m_mapped->setText(u"–"_s);
    m_verdict->setText(sentence);
}

void ForecastPanel::ask() {
    clearRemedies();
    m_questions.clear();
    m_questions.push_back({request(m_document.recipe()), [this](const MemoryForecast& answer) { show(answer); }, true});
    askNext();
}

void ForecastPanel::askNext() {
    if (m_questions.empty()) return;
    const quint64 id = m_client.newId();
    m_questions.front().id = id;
    const RenderRequest request = m_questions.front().request;
    m_client.forecast(id, request);
}

void ForecastPanel::answered(quint64 id, const MemoryForecast& forecast) {
    if (m_questions.empty() || m_questions.front().id != id) return;
    const auto then = std::move(m_questions.front().then);
    m_questions.pop_front();
    then(forecast);
    askNext();
}

void ForecastPanel::failed(quint64 id) {
    if (m_questions.empty() || m_questions.front().id != id) return;
    const bool isMain = m_questions.front().isMain;
    m_questions.pop_front();
    if (isMain) clearMemory(tr("The forecast appears when every model of the mix can be read."));
    askNext();
}

QString ForecastPanel::verdictText(const QString& device, const MemoryForecast& forecast) const {
    const Verdict verdict = verdictOf(forecast);
    const QString word = verdict == Verdict::Fits    ? (forecast.savings.empty() ? tr("fits") : tr("fits with savings"))
                         : verdict == Verdict::Tight ? tr("tight")
                         : verdict == Verdict::TooLarge ? tr("does not fit")
                                                        : tr("unknown");
    const QString numbers =
        tr("%1: %2 of %3 free (±15 %)").arg(device, byteText(forecast.peakBytes), byteText(forecast.availableBytes));
    return u"%1 · <b>%2</b>"_s.arg(numbers, word);
}

void ForecastPanel::fillMeter(MemoryMeter& meter, const QString& text, const MemoryForecast& forecast) const {
    meter.setForecast(forecast);
    QStringList terms;
    for (const ForecastTerm& term : forecast.terms)
        terms << u"%1: %2"_s.arg(toText(term.name).toHtmlEscaped(), byteText(term.bytes));
    meter.setToolTip(terms.join(u"<br>"_s));
    QString plain = text;
    tellPainted(&meter, plain.remove(u"<b>"_s).remove(u"</b>"_s));
}

void ForecastPanel::show(const MemoryForecast& forecast) {
    m_peak = forecast.peakBytes;
    const bool hasCard = isOnCard(forecast);
    const QString text = verdictText(hasCard ? tr("GPU") : tr("RAM"), forecast);
    m_verdict->setText(text);
    fillMeter(hasCard ? *m_gpu : *m_memory, text, forecast);
    m_gpu->setVisible(hasCard);
    m_cpuVerdict->setVisible(hasCard);
    m_mapped->setText(byteText(forecast.mappedBytes));
    if (hasCard) {
        RenderRequest onCpu = request(m_document.recipe());
        onCpu.device = "cpu";
        m_questions.push_back({onCpu, [this](const MemoryForecast& answer) { showCpu(answer); }});
    }
    if (verdictOf(forecast) == Verdict::Fits) return;
    for (const Remedy& remedy : remedies())
        m_questions.push_back({remedy.request, [this, remedy](const MemoryForecast& then) {
                                   const std::int64_t gain = m_peak - then.peakBytes;
                                   if (gain >= kWorthwhile) showRemedy(remedy, gain);
                               }});
}

/// Beside a card: what the same would need in the memory of the machine.
void ForecastPanel::showCpu(const MemoryForecast& forecast) {
    const QString text = verdictText(tr("RAM, on the CPU"), forecast);
    m_cpuVerdict->setText(text);
    fillMeter(*m_memory, text, forecast);
    m_mapped->setText(byteText(forecast.mappedBytes));
}

}  // namespace segmoe::ui
