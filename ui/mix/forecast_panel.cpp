// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/forecast_panel.h"

#include <algorithm>

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/mix/memory_meter.h"
#include "ui/mix/render_pace.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDelayMs = 100;
constexpr int kBasisSteps = 20;
constexpr double kBasisGuidance = 7.0;
constexpr std::int64_t kWorthwhile = 10'000'000;  ///< bytes a remedy must save to be offered

QString timeText(double seconds) {
    const QLocale locale;
    if (seconds < 0.0) return QCoreApplication::translate("ForecastPanel", "not known yet");
    if (seconds < 90.0)
        return QCoreApplication::translate("ForecastPanel", "%1 s")
            .arg(locale.toString(seconds, 'f', seconds < 10 ? 1 : 0));
    return QCoreApplication::translate("ForecastPanel", "%1 min").arg(locale.toString(seconds / 60.0, 'f', 1));
}

QLabel* addRow(QGridLayout& grid, int row, const QString& caption, const char* name) {
    auto* label = new QLabel(caption);
    label->setProperty("role", u"caption"_s);
    auto* value = new QLabel;
    value->setObjectName(QString::fromLatin1(name));
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid.addWidget(label, row, 0);
    grid.addWidget(value, row, 1);
    return value;
}

}  // namespace

ForecastPanel::ForecastPanel(Theme& theme, MixDocument& document, ModelCatalog& catalog, MixClient& client,
                             QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_document(document),
      m_catalog(catalog),
      m_client(client),
      m_memory(new MemoryMeter(theme)),
      m_verdict(new QLabel),
      m_basis(new QToolButton),
      m_remedyTitle(new QLabel(tr("Remedies"))),
      m_remedyBox(new QVBoxLayout) {
    setObjectName(u"mix_forecast_panel"_s);
    nameControl(m_memory, u"mix_forecast_ram_bar"_s, tr("Memory needed of what is free"));
    m_verdict->setObjectName(u"mix_forecast_verdict_label"_s);
    m_verdict->setWordWrap(true);
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    m_mapped = addRow(*grid, 0, tr("Read from disk"), "mix_forecast_mapped_label");
    m_disk = addRow(*grid, 1, tr("Disk if saved"), "mix_forecast_disk_label");
    m_build = addRow(*grid, 2, tr("Last build took"), "mix_forecast_build_label");
    m_picture = addRow(*grid, 3, tr("One image takes"), "mix_forecast_image_label");
    m_basis->setProperty("role", u"link"_s);
    m_basis->setPopupMode(QToolButton::InstantPopup);
    nameControl(m_basis, u"mix_forecast_basis_button"_s, tr("Basis of the forecast"), tr("Change size and batch"));
    m_remedyTitle->setProperty("role", u"strong"_s);
    m_remedyBox->setSpacing(4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_verdict);
    column->addWidget(m_memory);
    column->addLayout(grid);
    column->addWidget(m_basis);
    column->addWidget(m_remedyTitle);
    column->addLayout(m_remedyBox);
    column->addStretch(1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &ForecastPanel::ask);
    connect(&client, &MixClient::forecastReady, this, [this](quint64 id, const MemoryForecast& forecast) {
        if (id == m_question) return show(forecast);
        if (m_asked.empty() || m_asked.front().question != id) return;
        if (m_peak - forecast.peakBytes >= kWorthwhile) showRemedy(m_asked.front(), m_peak - forecast.peakBytes);
        m_asked.erase(m_asked.begin());
        askRemedy();
    });
    connect(&client, &MixClient::forecastFailed, this, [this](quint64 id, const Failure&) {
        if (!m_asked.empty() && m_asked.front().question == id) {
            m_asked.erase(m_asked.begin());
            return askRemedy();
        }
        if (id != m_question) return;
        m_memory->clear();
        m_verdict->setText(tr("The forecast appears when every model of the mix can be read."));
    });
    fillBasis();
    setBuildSeconds(-1.0);
    refresh();
}

void ForecastPanel::fillBasis() {
    auto* menu = new QMenu(m_basis);
    const auto add = [&](const QString& text, int side, int batch) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, side, batch] {
            m_side = side;
            m_batch = batch;
            refresh();
        });
    };
    add(tr("Size of the model, one image"), 0, 1);
    for (const int side : {512, 768, 1024}) add(tr("%1×%1, one image").arg(side), side, 1);
    add(tr("Size of the model, four images at once"), 0, 4);
    m_basis->setMenu(menu);
}

RenderRequest ForecastPanel::request(const MixRecipe& recipe) const {
    RenderRequest request;
    request.model = recipe.name;
    request.recipe = std::make_shared<const MixRecipe>(recipe);
    request.width = request.height = m_side;
    request.images = request.imagesAtOnce = m_batch;
    return request;
}

void ForecastPanel::setComplete(bool complete) {
    if (complete == m_isComplete) return;
    m_isComplete = complete;
    refresh();
}

void ForecastPanel::setBuildSeconds(double seconds) { m_build->setText(timeText(seconds)); }

void ForecastPanel::setPace(const RenderPace& pace) {
    m_pace = &pace;
    connect(&pace, &RenderPace::changed, this, &ForecastPanel::showPictureTime);
    showPictureTime();
}

int ForecastPanel::side() const {
    return m_side > 0 ? m_side : m_catalog.info(toText(m_document.state().head.base)).facts.architecture.nativeSize;
}

void ForecastPanel::showPictureTime() {
    const MixRecipe recipe = m_document.recipe();
    RenderRequest basis = request(recipe);
    basis.width = basis.height = side();
    basis.steps = kBasisSteps;
    basis.guidanceScale = kBasisGuidance;
    const double work = samplingWork(basis);
    // This very mixture was rendered before, or others with the same base.
    double seconds = m_pace ? m_pace->seconds(m_document.file(), work) : -1.0;
    const SourceInfo& base = m_catalog.info(toText(recipe.base));
    if (seconds < 0.0 && m_pace && base.state == SourceInfo::State::Ok)
        seconds = m_pace->seconds(architectureText(base.facts), work * expertFactor(recipe, m_catalog.infos()));
    m_picture->setText(seconds < 0.0 ? tr("not known yet") : tr("about %1").arg(timeText(seconds)));
    m_picture->setToolTip(seconds < 0.0 ? tr("Known after the first render with a model of this architecture.")
                                        : tr("From what the latest renders took on this computer."));
}

void ForecastPanel::refresh() {
    const MixRecipe recipe = m_document.recipe();
    const std::int64_t bytes = savedBytes(recipe, m_catalog.infos());
    m_disk->setText(bytes < 0 ? u"–"_s : byteText(bytes));
    m_basis->setText(tr("Basis: %1×%1, %2 steps, batch %3").arg(side()).arg(kBasisSteps).arg(m_batch));
    showPictureTime();
    if (m_isComplete) return m_delay.start();
    m_delay.stop();
    m_question = ++m_lastQuestion;
    clearRemedies();
    m_memory->clear();
    m_mapped->setText(u"–"_s);
    m_verdict->setText(tr("The forecast appears when the mix is complete."));
}

void ForecastPanel::ask() {
    clearRemedies();
    m_question = ++m_lastQuestion;
    m_client.forecast(m_question, request(m_document.recipe()));
}

void ForecastPanel::show(const MemoryForecast& forecast) {
    m_peak = forecast.peakBytes;
    m_memory->setForecast(forecast);
    const Verdict verdict = verdictOf(forecast);
    const QString device = forecast.device.starts_with("cuda") ? tr("GPU") : tr("RAM");
    const QString numbers =
        tr("%1: %2 of %3 free (±15 %)").arg(device, byteText(forecast.peakBytes), byteText(forecast.availableBytes));
    const QString word = verdict == Verdict::Fits    ? (forecast.savings.empty() ? tr("fits") : tr("fits with savings"))
                         : verdict == Verdict::Tight ? tr("tight")
                         : verdict == Verdict::TooLarge ? tr("does not fit")
                                                        : tr("unknown");
    m_verdict->setText(u"%1 · <b>%2</b>"_s.arg(numbers, word));
    QStringList terms;
    for (const ForecastTerm& term : forecast.terms)
        terms << u"%1: %2"_s.arg(toText(term.name).toHtmlEscaped(), byteText(term.bytes));
    m_memory->setToolTip(terms.join(u"<br>"_s));
    m_memory->setAccessibleDescription(numbers + u", "_s + word);
    m_mapped->setText(byteText(forecast.mappedBytes));
    if (verdict == Verdict::Fits) return;
    m_asked = remedies();
    askRemedy();
}

/// The card whose expert adds most; -1 when no expert can be spared.
int ForecastPanel::largestExpert() const {
    const MixState& state = m_document.state();
    if (state.enabledCount() < 3 || recipeOf(state).expertsPerToken >= state.enabledCount()) return -1;
    int largest = -1;
    std::int64_t most = -1;
    for (int card = 0; card < m_document.cardCount(); ++card) {
        const SourceInfo& info = m_catalog.info(toText(m_document.card(card).spec.source));
        if (!m_document.card(card).enabled || info.facts.bytes <= most) continue;
        most = info.facts.bytes;
        largest = card;
    }
    return largest;
}

std::vector<ForecastPanel::Remedy> ForecastPanel::remedies() {
    const MixRecipe recipe = m_document.recipe();
    std::vector<Remedy> list;
    if (recipe.expertsPerToken > 1) {
        Remedy remedy{"mix_remedy_k_button", tr("k = 1"), [this] { m_document.setK(1); }, recipe};
        remedy.recipe.expertsPerToken = 1;
        list.push_back(std::move(remedy));
    }
    if (recipe.layers != MoeLayers::Attention) {
        Remedy remedy{"mix_remedy_attn_button", tr("Attention only"),
                      [this] { m_document.setLayers(MoeLayers::Attention); }, recipe};
        remedy.recipe.layers = MoeLayers::Attention;
        list.push_back(std::move(remedy));
    }
    if (const int largest = largestExpert(); largest >= 0) {
        Remedy remedy{"mix_remedy_drop_button", tr("Without %1").arg(cardAlias(m_document.state(), largest)),
                      [this, largest] { m_document.setEnabled(largest, false); }, recipe};
        remedy.recipe.experts.erase(remedy.recipe.experts.begin() + m_document.state().letterIndex(largest));
        remedy.recipe.expertsPerToken =
            std::min(recipe.expertsPerToken, static_cast<int>(remedy.recipe.experts.size()));
        list.push_back(std::move(remedy));
    }
    if (recipe.precision != Precision::Fp16) {
        Remedy remedy{"mix_remedy_half_button", tr("16-bit"), [this] { m_document.setPrecision(Precision::Fp16); },
                      recipe};
        remedy.recipe.precision = Precision::Fp16;
        list.push_back(std::move(remedy));
    }
    return list;
}

/// One question at a time: the client drops those that a newer one has overtaken.
void ForecastPanel::askRemedy() {
    if (m_asked.empty()) return;
    m_asked.front().question = ++m_lastQuestion;
    m_client.forecast(m_lastQuestion, request(m_asked.front().recipe));
}

void ForecastPanel::showRemedy(const Remedy& remedy, std::int64_t gain) {
    auto* button = new QPushButton(tr("%1   −%2").arg(remedy.label, byteText(gain)));
    button->setProperty("role", u"small"_s);
    nameControl(button, QString::fromLatin1(remedy.name), button->text());
    connect(button, &QPushButton::clicked, this, remedy.apply);
    m_remedyBox->addWidget(button);
    m_remedyTitle->show();
}

void ForecastPanel::clearRemedies() {
    m_asked.clear();
    m_remedyTitle->hide();
    while (QLayoutItem* item = m_remedyBox->takeAt(0)) {
        item->widget()->setObjectName({});
        item->widget()->deleteLater();
        delete item;
    }
}

}  // namespace segmoe::ui
