// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/painted_access.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

class PaintedWidget : public QAccessibleWidget {
public:
    PaintedWidget(QWidget* widget, QAccessible::Role role) : QAccessibleWidget(widget, role) {}

    QString text(QAccessible::Text which) const override {
        return which == QAccessible::Value ? widget()->accessibleDescription() : QAccessibleWidget::text(which);
    }
};

/// By class name: Qt asks for the class of a widget, then for what it derives from.
QAccessible::Role roleOf(const QString& name) {
    if (name == "QCustomPlot"_L1 || name == "segmoe::ui::BlockStrip"_L1) return QAccessible::Chart;
    if (name == "segmoe::ui::ImageView"_L1 || name == "segmoe::ui::ImageWell"_L1 ||
        name == "segmoe::ui::CompareCanvas"_L1)
        return QAccessible::Graphic;
    if (name == "segmoe::ui::Meter"_L1 || name == "segmoe::ui::MemoryLine"_L1 || name == "segmoe::ui::ExpertBar"_L1)
        return QAccessible::Indicator;
    return QAccessible::NoRole;
}

QAccessibleInterface* makePainted(const QString& name, QObject* object) {
    const QAccessible::Role role = roleOf(name);
    if (role == QAccessible::NoRole || !object || !object->isWidgetType()) return nullptr;
    return new PaintedWidget(static_cast<QWidget*>(object), role);
}

}  // namespace

void installPaintedAccess() {
    static const bool isInstalled = [] {
        QAccessible::installFactory(makePainted);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

void tellPainted(QWidget* widget, const QString& words) {
    if (widget->accessibleDescription() == words) return;
    widget->setAccessibleDescription(words);
    QAccessibleValueChangeEvent event(widget, words);
    QAccessible::updateAccessibility(&event);
}

}  // namespace segmoe::ui
