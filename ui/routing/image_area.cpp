// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/routing/image_area.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QStandardItemModel>
#include <QToolButton>

#include "ui/bridge/qt_convert.h"
#include "ui/routing/expert_legend.h"
#include "ui/routing/layer_picker.h"
#include "ui/routing/routing_controller.h"
#include "ui/routing/routing_image_view.h"
#include "ui/routing/routing_words.h"
#include "ui/routing/site_label.h"
#include "ui/routing/step_bar.h"
#include "ui/widgets/compact_combo.h"
#include "ui/widgets/compare_view.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kAllKinds = -1;
constexpr int kLeastCaption = 160;

}  // namespace

ImageArea::ImageArea(Theme& theme, RoutingController& controller, QWidget* parent)
    : QWidget(parent),
      m_controller(controller),
      m_show(new CompactCombo(5)),
      m_kind(new CompactCombo(5)),
      m_layers(new LayerPicker(controller)),
      m_expert(new CompactCombo(3)),
      m_hand(new QToolButton),
      m_compareButton(new QToolButton),
      m_view(new RoutingImageView(theme, controller)),
      m_comparison(new QWidget),
      m_compareView(new CompareView(theme, u"routing_ab"_s)),
      m_sentence(new QLabel),
      m_caption(new QLabel),
      m_maps(new QToolButton),
      m_opacity(new QSlider(Qt::Horizontal)),
      m_palette(new CompactCombo(4)),
      m_scale(new CompactCombo(5)),
      m_smooth(new QCheckBox(tr("Smooth"))),
      m_aboutMap(new QWidget),
      m_legend(new ExpertLegend(theme, controller)),
      m_steps(new StepBar(theme, controller)) {
    m_sentence->setObjectName(u"routing_sentence_label"_s);
    m_sentence->setWordWrap(true);
    m_caption->setObjectName(u"routing_overlay_label"_s);
    m_caption->setProperty("role", u"caption"_s);
    m_caption->setWordWrap(true);
    m_caption->setMinimumHeight(2 * fontMetrics().height());
    m_caption->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    nameControl(m_maps, u"routing_maps_button"_s, tr("Render again with maps"));
    m_maps->setText(tr("Render again with maps"));
    m_maps->setProperty("role", u"link"_s);
    auto* compareColumn = new QVBoxLayout(m_comparison);
    compareColumn->setContentsMargins(0, 0, 0, 0);
    compareColumn->setSpacing(8);
    compareColumn->addWidget(m_sentence);
    compareColumn->addWidget(m_compareView, 1);
    m_comparison->hide();
    auto* words = new WrapLayout(6, 2);
    m_caption->setMinimumWidth(kLeastCaption);
    words->add(m_caption, 1);
    words->add(m_maps);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 1, 0);  // a mirrored splitter places its parts one pixel too far
    column->setSpacing(6);
    column->addWidget(buildChoices(theme));
    column->addWidget(m_view, 1);
    column->addWidget(m_comparison, 1);
    auto* aboutMap = new QVBoxLayout(m_aboutMap);
    aboutMap->setContentsMargins(0, 0, 0, 0);
    aboutMap->setSpacing(6);
    aboutMap->addWidget(m_legend);
    aboutMap->addLayout(words);
    aboutMap->addWidget(buildStyle());
    column->addWidget(m_aboutMap);
    column->addWidget(m_steps);
    connectControls();
    applyStyle();
    showCapture();
}

QWidget* ImageArea::buildChoices(Theme& theme) {
    nameControl(m_show, u"routing_show_combo"_s, tr("Show"),
                tr("What is laid over the picture (W, X, U, D; H hides it)"));
    nameControl(m_kind, u"routing_kind_combo"_s, tr("Kind"), tr("Which decisions of a block (K)"));
    nameControl(m_expert, u"routing_expert_combo"_s, tr("Expert"), tr("Expert shown by One expert (1 to 8)"));
    nameControl(m_hand, u"routing_hand_button"_s, tr("Move the picture"),
                tr("Drag moves the picture instead of probing"));
    nameControl(m_compareButton, u"routing_compare_button"_s, tr("Compare pictures"),
                tr("Show both pictures instead of the map"));
    m_show->addItem(tr("Winner"), static_cast<int>(ShowMode::Winner));
    m_show->addItem(tr("One expert"), static_cast<int>(ShowMode::OneExpert));
    m_show->addItem(tr("Uncertainty"), static_cast<int>(ShowMode::Uncertainty));
    m_show->addItem(tr("Difference from layer mean"), static_cast<int>(ShowMode::LayerDifference));
    m_show->addItem(tr("Difference to compare"), static_cast<int>(ShowMode::CompareDifference));
    m_show->addItem(tr("Nothing"), static_cast<int>(ShowMode::Nothing));
    m_hand->setCheckable(true);
    m_compareButton->setCheckable(true);
    theme.bindIcon(m_hand, u"hand"_s);
    theme.bindIcon(m_compareButton, u"compare"_s);
    auto* bar = new QWidget;
    // In two rows: the smallest window has no room for all side by side.
    auto* what = new QHBoxLayout;
    what->setSpacing(8);
    what->addWidget(m_show, 3);
    what->addWidget(m_kind, 3);
    what->addWidget(m_expert, 2);
    auto* where = new QHBoxLayout;
    where->setSpacing(8);
    where->addWidget(m_layers, 1);
    where->addWidget(m_hand);
    where->addWidget(m_compareButton);
    auto* rows = new QVBoxLayout(bar);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    rows->addLayout(what);
    rows->addLayout(where);
    return bar;
}

QWidget* ImageArea::buildStyle() {
    nameControl(m_opacity, u"routing_opacity_slider"_s, tr("Opacity"), tr("Opacity of the map ([ and ])"));
    nameControl(m_palette, u"routing_palette_combo"_s, tr("Palette"),
                tr("Colours of numbers; Winner uses the experts' own"));
    nameControl(m_scale, u"routing_scale_combo"_s, tr("Scale"),
                tr("Range of the colours. Per layer makes small differences visible."));
    nameControl(m_smooth, u"routing_smooth_check"_s, tr("Smooth"), tr("Off shows the measured cells."));
    m_opacity->setRange(0, 100);
    m_opacity->setValue(55);
    m_opacity->setMinimumWidth(40);
    m_palette->addItem(tr("Cividis"), static_cast<int>(HeatPalette::Cividis));
    m_palette->addItem(tr("Viridis"), static_cast<int>(HeatPalette::Viridis));
    m_palette->addItem(tr("Greys"), static_cast<int>(HeatPalette::Greys));
    m_scale->addItem(tr("Per layer"), static_cast<int>(HeatScale::PerLayer));
    m_scale->addItem(tr("0–1"), static_cast<int>(HeatScale::ZeroToOne));
    m_scale->addItem(tr("Whole capture"), static_cast<int>(HeatScale::WholeCapture));
    auto* caption = new QLabel(tr("Opacity"));
    caption->setProperty("role", u"caption"_s);
    QHBoxLayout* opacity = beside({caption, m_opacity});
    opacity->setStretchFactor(m_opacity, 1);
    auto* bar = new QWidget;
    auto* row = new WrapLayout(8);
    bar->setLayout(row);
    row->add(opacity, 1);
    for (QWidget* part : std::initializer_list<QWidget*>{m_palette, m_scale, m_smooth}) row->add(part);
    return bar;
}

void ImageArea::connectControls() {
    connect(m_show, &QComboBox::activated, this,
            [this] { m_controller.setShow(static_cast<ShowMode>(m_show->currentData().toInt())); });
    connect(m_kind, &QComboBox::activated, this, [this] {
        const int kind = m_kind->currentData().toInt();
        m_controller.setKind(kind == kAllKinds ? std::nullopt : std::optional(static_cast<SiteKind>(kind)));
    });
    connect(m_expert, &QComboBox::activated, this, [this](int expert) { m_controller.setExpert(expert); });
    connect(m_hand, &QToolButton::toggled, m_view, &RoutingImageView::setHand);
    connect(m_compareButton, &QToolButton::toggled, this, &ImageArea::setCompareShown);
    for (QComboBox* combo : {m_palette, m_scale})
        connect(combo, &QComboBox::currentIndexChanged, this, &ImageArea::applyStyle);
    connect(m_opacity, &QSlider::valueChanged, this, &ImageArea::applyStyle);
    connect(m_smooth, &QCheckBox::toggled, this, &ImageArea::applyStyle);
    connect(m_maps, &QToolButton::clicked, this, &ImageArea::mapsWanted);
    connect(m_legend, &ExpertLegend::menuWanted, this, &ImageArea::expertMenuWanted);
    connect(m_view, &RoutingImageView::overlayChanged, this, &ImageArea::showOverlay);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this,
            [this](QPoint at) { Q_EMIT pictureMenuWanted(m_view->mapToGlobal(at)); });
    connect(&m_controller, &RoutingController::changed, this, [this](RoutingParts parts) {
        if (parts & RoutingPart::Capture) showCapture();
        if (parts & (RoutingPart::Capture | RoutingPart::Compare)) showCompare();
        showSelection();
    });
}

void ImageArea::showCapture() {
    const RoutingModel& model = m_controller.model();
    const QSignalBlocker blockers[] = {QSignalBlocker(m_kind), QSignalBlocker(m_expert)};
    m_kind->clear();
    for (SiteKind kind : model.layout().kinds) m_kind->addItem(kindText(kind), static_cast<int>(kind));
    if (m_kind->count() > 1) m_kind->addItem(tr("Mean of kinds"), kAllKinds);
    m_expert->clear();
    if (!model.isEmpty()) m_expert->addItems(expertTitles(model));
    showSelection();
}

void ImageArea::showSelection() {
    const RoutingSelection& selection = m_controller.selection();
    const QSignalBlocker blockers[] = {QSignalBlocker(m_show), QSignalBlocker(m_kind), QSignalBlocker(m_expert)};
    m_show->setCurrentIndex(m_show->findData(static_cast<int>(selection.show)));
    m_kind->setCurrentIndex(m_kind->findData(selection.kind ? static_cast<int>(*selection.kind) : kAllKinds));
    m_expert->setCurrentIndex(selection.expert);
    m_expert->setVisible(selection.show == ShowMode::OneExpert);
    const int compare = m_show->findData(static_cast<int>(ShowMode::CompareDifference));
    if (auto* items = qobject_cast<QStandardItemModel*>(m_show->model()))
        items->item(compare)->setEnabled(!m_controller.compare().isEmpty());
}

void ImageArea::showCompare() {
    const RoutingModel& second = m_controller.compare();
    m_compareButton->setEnabled(!second.isEmpty());
    if (second.isEmpty()) {
        m_compareButton->setChecked(false);
        return;
    }
    const Capture& a = *m_controller.model().capture();
    const Capture& b = *second.capture();
    m_compareView->setImages(toImage(a.image.picture), toImage(b.image.picture), tr("A · %1").arg(a.title),
                             tr("B · %1").arg(b.title));
}

void ImageArea::setCompareSentence(const QString& sentence) {
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

void ImageArea::setCompareShown(bool shown) {
    shown = shown && m_compareButton->isEnabled();
    m_compareButton->setChecked(shown);
    QWidget* const going = shown ? static_cast<QWidget*>(m_view) : m_comparison;
    QWidget* const coming = shown ? m_comparison : static_cast<QWidget*>(m_view);
    const QWidget* const focus = QApplication::focusWidget();
    const bool hadFocus = focus && (focus == going || going->isAncestorOf(focus));
    coming->show();
    if (hadFocus) (shown ? static_cast<QWidget*>(m_compareView) : m_view)->setFocus();
    going->hide();
    m_aboutMap->setVisible(!shown);
}

bool ImageArea::isCompareShown() const { return !m_comparison->isHidden(); }

void ImageArea::showOverlay() {
    const HeatOverlay& overlay = m_view->overlay();
    m_legend->show(overlay, m_view->overlayStyle());
    m_caption->setText(overlay.reason.isEmpty() ? overlay.caption : overlay.reason);
    m_maps->setVisible(!m_controller.model().isEmpty() && !m_controller.model().hasMaps() && !overlay.reason.isEmpty());
    m_palette->setEnabled(overlay.isNumeric() && !overlay.diverging);
    m_scale->setEnabled(overlay.isNumeric());
    m_smooth->setEnabled(overlay.isNumeric());
}

OverlayStyle ImageArea::overlayStyle() const {
    return {.palette = static_cast<HeatPalette>(m_palette->currentData().toInt()),
            .scale = static_cast<HeatScale>(m_scale->currentData().toInt()),
            .smooth = m_smooth->isChecked(),
            .opacity = m_opacity->value() / 100.0};
}

void ImageArea::setOverlayStyle(const OverlayStyle& style) {
    m_palette->setCurrentIndex(m_palette->findData(static_cast<int>(style.palette)));
    m_scale->setCurrentIndex(m_scale->findData(static_cast<int>(style.scale)));
    m_smooth->setChecked(style.smooth);
    m_opacity->setValue(qRound(style.opacity * 100.0));
}

void ImageArea::changeOpacity(int points) { m_opacity->setValue(m_opacity->value() + points); }

void ImageArea::nextKind() {
    if (m_kind->count() == 0) return;
    m_kind->setCurrentIndex((m_kind->currentIndex() + 1) % m_kind->count());
    Q_EMIT m_kind->activated(m_kind->currentIndex());
}

void ImageArea::applyStyle() {
    m_opacity->setToolTip(tr("Opacity of the map: %1 ([ and ])").arg(percent(m_opacity->value() / 100.0)));
    m_view->setStyle(overlayStyle());
    Q_EMIT overlayStyleChanged(overlayStyle());
}

}  // namespace segmoe::ui
