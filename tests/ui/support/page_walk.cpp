// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/page_walk.h"

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "ui/widgets/elided_label.h"

using namespace Qt::StringLiterals;

namespace {

constexpr int kSharedEdge = 2;  ///< pixels: the buttons of a group have one line between them

bool isInteractive(const QWidget* widget) {
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget) ||
           qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
           qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QAbstractSlider*>(widget) ||
           qobject_cast<const QAbstractItemView*>(widget);
}

/// Parts Qt makes for its own controls: line edits of spin boxes, scroll bars, views of combo boxes, dock title
/// buttons.
bool isInnerPart(const QWidget* widget) {
    if (widget->objectName().startsWith(u"qt_"_s) || qobject_cast<const QScrollBar*>(widget)) return true;
    for (const QWidget* parent = widget->parentWidget(); parent; parent = parent->parentWidget())
        if (qobject_cast<const QComboBox*>(parent) || qobject_cast<const QAbstractSpinBox*>(parent) ||
            qobject_cast<const QAbstractItemView*>(parent) || qobject_cast<const QLineEdit*>(parent) ||
            qobject_cast<const QTabBar*>(parent) || qobject_cast<const QMenuBar*>(parent) ||
            (qobject_cast<const QDockWidget*>(parent) && qobject_cast<const QAbstractButton*>(widget) &&
             widget->parentWidget() == parent))
            return true;
    return false;
}

QString described(const QWidget* widget) {
    return QString::fromLatin1(widget->metaObject()->className()) + u" '"_s + widget->objectName() + u"' in '"_s +
           (widget->parentWidget() ? widget->parentWidget()->objectName() : QString()) +
           u"' (%1x%2, wants %3x%4): %5"_s.arg(widget->width())
               .arg(widget->height())
               .arg(widget->minimumSizeHint().width())
               .arg(widget->minimumSizeHint().height())
               .arg(widget->property("text").toString().left(60));
}

/// A word that is wider than its label would be cut in the middle.
bool hasTooWideWord(const QLabel& label) {
    if (label.textFormat() == Qt::RichText || Qt::mightBeRichText(label.text())) return false;
    const QRect room(0, 0, label.contentsRect().width(), QWIDGETSIZE_MAX);
    return label.fontMetrics().boundingRect(room, Qt::TextWordWrap, label.text()).width() > room.width() + 1;
}

QString cutLabel(const QLabel& label) {
    if (qobject_cast<const segmoe::ui::ElidedLabel*>(&label) || label.text().isEmpty()) return {};
    if (!label.wordWrap()) {
        if (label.sizeHint().width() > label.width() + 1) return u"text is cut"_s;
        const QFontMetrics metrics = label.fontMetrics();
        const int lines = static_cast<int>(label.text().count(u'\n'));
        return metrics.height() + lines * metrics.lineSpacing() > label.height() + 1 ? u"text is cut in height"_s
                                                                                     : QString();
    }
    if (label.heightForWidth(label.width()) > label.height() + 1) return u"wrapped text is cut"_s;
    return hasTooWideWord(label) ? u"a word is cut"_s : QString();
}

/// Tabs that are shortened, or lie beyond the end of their bar.
QString cutTab(const QTabBar& bar) {
    for (int i = 0; i < bar.count(); ++i) {
        if (!bar.isTabVisible(i)) continue;
        const QRect tab = bar.tabRect(i);
        const bool isCut = tab.left() < 0 || tab.right() >= bar.width() ||
                           bar.fontMetrics().horizontalAdvance(bar.tabText(i)) > tab.width();
        if (isCut) return u"tab is cut"_s;
    }
    return {};
}

QString clipping(const QWidget* widget) {
    if (const auto* label = qobject_cast<const QLabel*>(widget)) return cutLabel(*label);
    if (const auto* bar = qobject_cast<const QTabBar*>(widget)) return cutTab(*bar);
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    if (button && !button->text().isEmpty() && button->minimumSizeHint().width() > button->width() + 1)
        return u"button text is cut"_s;
    const bool box = qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget);
    if (box && widget->minimumSizeHint().width() > widget->width() + 1) return u"box is too narrow"_s;
    return {};
}

/// Whether a part of it lies outside of something that holds it. What can be scrolled to counts as inside; a pixel is
/// let pass: Qt's splitters, mirrored, place their parts one too far.
bool isCutByParent(const QWidget* widget, const QWidget& root) {
    QRect place = widget->rect();
    for (const QWidget* child = widget; child != &root && !child->isWindow(); child = child->parentWidget()) {
        const QWidget* parent = child->parentWidget();
        place.translate(child->pos());
        const auto* area = qobject_cast<const QAbstractScrollArea*>(parent->parentWidget());
        const bool isScrolled = area && area->viewport() == parent;
        const bool scrollsAcross = isScrolled && area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff;
        if (!scrollsAcross && (place.left() < -1 || place.right() > parent->width())) return true;
        if (!isScrolled && (place.top() < -1 || place.bottom() > parent->height())) return true;
        if (isScrolled) place &= parent->rect();
        if (place.isEmpty()) return false;
    }
    return false;
}

bool saysSomething(const QWidget* widget) {
    const auto* label = qobject_cast<const QLabel*>(widget);
    return (label && !label->text().isEmpty()) || isInteractive(widget);
}

bool holds(const QLayout* layout, const QWidget* widget) {
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem* item = layout->itemAt(i);
        if (item->widget() == widget || (item->layout() && holds(item->layout(), widget))) return true;
    }
    return false;
}

/// What reads from the left everywhere: pictures, plots, prompts, recipes.
bool isNeverMirrored(const QWidget* widget) {
    for (const char* kind : {"QCustomPlot", "segmoe::ui::ImageView", "segmoe::ui::PromptEdit",
                             "segmoe::ui::GatePromptEdit", "segmoe::ui::YamlEdit"})
        if (widget->inherits(kind)) return true;
    return false;
}

}  // namespace

namespace walk {

QStringList nameProblems(const QWidget& root) {
    QStringList problems;
    QSet<QString> names;
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        if (!isInteractive(widget) || isInnerPart(widget)) continue;
        if (widget->objectName().isEmpty()) problems << u"no objectName: "_s + described(widget);
        if (widget->accessibleName().isEmpty()) problems << u"no accessibleName: "_s + described(widget);
        if (!widget->objectName().isEmpty() && names.contains(widget->objectName()))
            problems << u"name used twice: "_s + described(widget);
        names << widget->objectName();
    }
    return problems;
}

QStringList clippedTexts(const QWidget& root) {
    QStringList problems;
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(&root)) continue;
        QString problem = clipping(widget);
        if (problem.isEmpty() && saysSomething(widget) && !isInnerPart(widget) && isCutByParent(widget, root))
            problem = u"lies partly outside of what holds it"_s;
        if (!problem.isEmpty()) problems << problem + u": "_s + described(widget);
    }
    return problems;
}

QStringList overlaps(const QWidget& root) {
    QStringList problems;
    for (const QWidget* parent : root.findChildren<QWidget*>()) {
        if (!parent->layout() || !parent->isVisibleTo(&root)) continue;
        QList<const QWidget*> seen;
        for (const QWidget* child : parent->findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
            if (!child->isVisibleTo(&root) || !holds(parent->layout(), child)) continue;
            for (const QWidget* other : seen) {
                const QRect common = child->geometry() & other->geometry();
                if (std::min(common.width(), common.height()) > kSharedEdge)
                    problems << u"%1 lies over %2 by %3x%4"_s.arg(described(child), described(other))
                                    .arg(common.width())
                                    .arg(common.height());
            }
            seen << child;
        }
    }
    return problems;
}

QStringList lastingFaults(const QWidget& root) {
    QStringList faults;
    const auto isSound = [&] {
        faults = clippedTexts(root) + overlaps(root);
        return faults.isEmpty();
    };
    for (int turn = 0; turn < 2; ++turn) QTest::qWait(1);  // what is on its way already
    if (!QTest::qWaitFor(isSound))
        for (const QString& fault : faults) qWarning().noquote() << fault;  // a failed test tells 1000 letters at most
    return faults;
}

QStringList mirroredByMistake(const QWidget& root) {
    QStringList problems;
    for (const QWidget* widget : root.findChildren<QWidget*>())
        if (isNeverMirrored(widget) && widget->layoutDirection() != Qt::LeftToRight)
            problems << u"is mirrored: "_s + described(widget);
    return problems;
}

QStringList unreachableControls(QWidget& root) {
    QSet<const QWidget*> reached;
    QWidget* first = nullptr;
    for (QWidget* widget : root.findChildren<QWidget*>())
        if (!first && widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus))
            first = widget;
    if (!first) return {};
    first->setFocus(Qt::TabFocusReason);
    for (int i = 0; i < 400 && QApplication::focusWidget() && !reached.contains(QApplication::focusWidget()); ++i) {
        reached << QApplication::focusWidget();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QStringList problems;
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        const bool stop = isInteractive(widget) && !isInnerPart(widget) && widget->isVisible() && widget->isEnabled() &&
                          (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
        if (stop && !reached.contains(widget)) problems << u"Tab does not reach "_s + described(widget);
    }
    return problems;
}

}  // namespace walk
