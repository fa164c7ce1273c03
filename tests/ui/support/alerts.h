// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessible>
#include <QStringList>

namespace segmoe::test {

/// Hears what assistive technology is told to say at once, while it lives. One at a time.
class Alerts {
public:
    Alerts() : m_before(QAccessible::installUpdateHandler(&Alerts::hear)) {
        heard().clear();
        QAccessible::setActive(true);
    }
    ~Alerts() {
        QAccessible::setActive(false);
        QAccessible::installUpdateHandler(m_before);
    }
    Alerts(const Alerts&) = delete;
    Alerts& operator=(const Alerts&) = delete;

    /// Not every platform has somebody to tell.
    static bool canHear() { return QAccessible::isActive(); }
    static QStringList& heard() {
        static QStringList names;
        return names;
    }

private:
    static void hear(QAccessibleEvent* event) {
        if (event->type() != QAccessible::Alert || !event->object()) return;
        if (QAccessibleInterface* face = QAccessible::queryAccessibleInterface(event->object()))
            heard() << face->text(QAccessible::Name);
    }

    QAccessible::UpdateHandler m_before;
};

}  // namespace segmoe::test
