// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/result_pane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/render/error_panel.h"
#include "ui/render/mask_editor.h"
#include "ui/render/preview_view.h"
#include "ui/render/progress_row.h"
#include "ui/render/recent_strip.h"
#include "ui/routing/routing_words.h"
#include "ui/widgets/compare_view.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/field.h"
#include "ui/widgets/mime_kinds.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastWords = 160;  ///< pixels for a sentence beside its buttons

QString ruleText(const RoutingRule& rule) {
    const QString letter(expertLetter(rule.expert));
    switch (rule.act) {
        case RoutingRule::Act::Mute: return ResultPane::tr("%1 muted").arg(letter);
        case RoutingRule::Act::Solo: return ResultPane::tr("only %1").arg(letter);
        case RoutingRule::Act::Pin: return ResultPane::tr("%1 pinned").arg(letter);
        case RoutingRule::Act::Bias: return ResultPane::tr("%1 biased").arg(letter);
    }
    return {};
}

/// What tells a picture from another of the same prompt.
QString labelOf(const FinishedPicture& picture) {
    QStringList parts{ResultPane::tr("seed %1").arg(picture.image.seed)};
    for (const RoutingRule& rule : picture.request.routing.rules) parts << ruleText(rule);
    parts.removeDuplicates();
    return parts.join(u", "_s);
}

}  // namespace

ResultPane::ResultPane(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_caption(new ElidedLabel),
      m_fit(new QToolButton),
      m_actual(new QToolButton),
      m_stage(new QStackedWidget),
      m_view(new PreviewView(theme)),
      m_compare(new CompareView(theme, u"render_compare"_s)),
      m_mask(new MaskEditor(theme)),
      m_error(new ErrorPanel(theme)),
      m_partialRow(buildPartialRow()),
      m_recent(new RecentStrip),
      m_foot(new QStackedWidget),
      m_progress(new ProgressRow),
      m_actions(new PictureActions(theme)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    buildHeader(theme, column);
    nameControl(m_view, u"render_preview_view"_s, tr("Picture"));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    for (QWidget* page : std::initializer_list<QWidget*>{m_view, m_compare, m_mask}) m_stage->addWidget(page);
    column->addWidget(m_stage, 1);
    column->addWidget(m_error);
    column->addWidget(m_partialRow);
    column->addWidget(m_recent);
    column->addWidget(m_foot);
    m_foot->addWidget(m_actions);
    m_foot->addWidget(m_progress);
    m_foot->setFixedHeight(std::max(m_actions->sizeHint().height(), m_progress->sizeHint().height()));
    connectParts();
    showState(RenderSession::State::Idle);
}

void ResultPane::buildHeader(Theme& theme, QVBoxLayout* column) {
    m_caption->setObjectName(u"render_caption_label"_s);
    m_caption->setProperty("role", u"caption"_s);
    nameControl(m_fit, u"render_fit_button"_s, tr("Fit"), tr("Fit the picture into the view (0)"));
    nameControl(m_actual, u"render_actual_button"_s, tr("100 %"), tr("Show the picture at 100 % (1)"));
    theme.bindIcon(m_fit, u"fit"_s);
    theme.bindIcon(m_actual, u"actual"_s);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_caption, 1);
    row->addWidget(m_fit);
    row->addWidget(m_actual);
    column->addLayout(row);
    connect(m_fit, &QToolButton::clicked, m_view, &ImageView::fit);
    connect(m_actual, &QToolButton::clicked, m_view, &ImageView::actualSize);
}

QWidget* ResultPane::buildPartialRow() {
    auto* panel = new QFrame;
    panel->setObjectName(u"render_partial_panel"_s);
    panel->setProperty("role", u"notice"_s);
    auto* words = new QLabel(tr("Cancelled. The preview is still here."));
    words->setWordWrap(true);
    auto* save = new QPushButton(tr("Save preview"));
    nameControl(save, u"render_save_preview_button"_s, save->text());
    auto* again = new QPushButton(tr("Render again"));
    nameControl(again, u"render_again_button"_s, again->text());
    words->setMinimumWidth(kLeastWords);
    auto* row = new WrapLayout(8);
    panel->setLayout(row);
    row->setContentsMargins(12, 8, 12, 8);
    row->add(words, 1);
    row->add(save);
    row->add(again);
    panel->hide();
    connect(save, &QPushButton::clicked, this, &ResultPane::savePartialWanted);
    connect(again, &QPushButton::clicked, this, [this] {
        m_partialRow->hide();
        Q_EMIT renderAgainWanted();
    });
    return panel;
}

void ResultPane::connectParts() {
    connect(m_error, &ErrorPanel::remedyChosen, this, &ResultPane::remedyChosen);
    connect(m_recent, &RecentStrip::pictureChosen, this, &ResultPane::showPicture);
    connect(m_recent, &RecentStrip::compareWanted, this, &ResultPane::compareWith);
    connect(m_actions, &PictureActions::wanted, this, &ResultPane::act);
    connect(m_actions, &PictureActions::recallWanted, this, &ResultPane::recallWanted);
    connect(m_view, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& position) { m_actions->openMenu(m_view->mapToGlobal(position)); });
    connect(m_mask, &MaskEditor::closed, this, [this] { m_stage->setCurrentWidget(m_view); });
}

void ResultPane::act(PictureActions::Act act) {
    if (act == PictureActions::Act::Copy) return copyPicture();
    if (act == PictureActions::Act::CopyPlain) return copyPicture(false);
    if (act == PictureActions::Act::Compare) {
        if (m_stage->currentWidget() == m_compare) return leaveCompare();
        return compareWith(m_recent->before(m_shown));
    }
    Q_EMIT actWanted(act);
}

void ResultPane::compareWith(const PicturePtr& other) {
    if (!other || !m_shown || other == m_shown) return leaveCompare();
    m_compare->setImages(toImage(m_shown->image.picture), toImage(other->image.picture), labelOf(*m_shown),
                         labelOf(*other));
    m_stage->setCurrentWidget(m_compare);
}

void ResultPane::leaveCompare() {
    if (m_stage->currentWidget() == m_compare) m_stage->setCurrentWidget(m_view);
}

void ResultPane::editMask(const QImage& image, const QImage& mask) {
    m_stage->setCurrentWidget(m_mask);
    m_mask->begin(image, mask);
}

void ResultPane::showState(RenderSession::State state) {
    const bool idle = state == RenderSession::State::Idle || state == RenderSession::State::Queued;
    m_foot->setCurrentWidget(idle ? static_cast<QWidget*>(m_actions) : m_progress);
    if (state == RenderSession::State::Cancelling) m_progress->showCancelling(false);
    if (idle) return;
    m_error->hide();
    m_partialRow->hide();
    leaveCompare();
}

void ResultPane::showPreview(const Preview& preview, QSize pictureSize) {
    m_partial = toImage(preview.picture);
    m_view->setImage(m_partial, pictureSize);
    m_view->setRibbon(tr("preview, step %1 of %2").arg(preview.step + 1).arg(preview.steps));
    m_caption->setText(preview.image > 0 ? tr("Picture %1").arg(preview.image + 1) : QString());
}

void ResultPane::showPicture(const PicturePtr& picture) {
    m_shown = picture;
    leaveCompare();
    const QImage image = toImage(picture->image.picture);
    m_view->setImage(image);
    m_view->setRibbon({});
    m_partial = {};
    m_partialRow->hide();
    QString caption = tr("%1×%2 · seed %3").arg(image.width()).arg(image.height()).arg(picture->image.seed);
    if (picture->seconds >= 0.0) caption = tr("%1 · %2 s").arg(caption, QLocale().toString(picture->seconds, 'f', 1));
    m_caption->setText(caption);
    m_actions->setPicture(picture);
    m_actions->setFile(m_recent->fileOf(picture));
    m_actions->setStarred(m_recent->isStarred(picture));
    m_actions->setCompareAvailable(m_recent->before(picture) != nullptr);
    Q_EMIT pictureShown(picture);
}

void ResultPane::addPicture(const PicturePtr& picture) {
    {
        const QSignalBlocker blocker(m_recent);
        m_recent->add(picture);
    }
    showPicture(picture);
}

void ResultPane::setPictureFile(const PicturePtr& picture, const QString& file) {
    m_recent->setFile(picture, file);
    if (picture == m_shown) m_actions->setFile(file);
}

void ResultPane::setRenderKey(const QString& key) {
    m_view->setEmptyText(key.isEmpty() ? tr("Press Render to render this prompt.")
                                       : tr("Press %1 to render this prompt.").arg(key));
}

void ResultPane::setLow(bool low) { m_recent->setLow(low); }

void ResultPane::setStarred(const QString& file, bool starred) {
    m_recent->setStarred(file, starred);
    if (file == shownFile()) m_actions->setStarred(starred);
}

QString ResultPane::shownFile() const { return m_shown ? m_recent->fileOf(m_shown) : QString(); }

void ResultPane::removePicture(const PicturePtr& picture) {
    const PicturePtr next = m_recent->before(picture);
    m_recent->remove(picture);
    if (picture != m_shown) return;
    if (next) return showPicture(next);
    m_shown = nullptr;
    m_view->setImage({});
    m_caption->setText({});
    m_actions->setPicture(nullptr);
}

void ResultPane::showStopped(bool offer) {
    if (m_partial.isNull() || m_view->ribbon().isEmpty()) return;
    m_view->setRibbon(tr("stopped at step %1").arg(m_progress->lastStep()));
    m_partialRow->setVisible(offer);
}

void ResultPane::showFailure(const Failure& failure, const std::vector<Remedy>& remedies) {
    if (m_shown)
        showPicture(m_shown);
    else
        showStopped(false);
    m_error->showFailure(failure, remedies);
}

void ResultPane::copyPicture(bool withMetadata) {
    if (!m_shown) return;
    const QImage pixels = toImage(m_shown->image.picture);
    QGuiApplication::clipboard()->setMimeData(
        withMetadata ? pictureData(pixels, shownFile(), toText(m_shown->image.parameters)) : pictureData(pixels));
}

void ResultPane::setCopyWithMetadata(bool with) {
    m_copyWithMetadata = with;
    m_recent->setDragWithMetadata(with);
}

}  // namespace segmoe::ui
