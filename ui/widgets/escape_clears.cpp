// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/escape_clears.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace segmoe::ui {

namespace {

class EscapeClears final : public QObject {
public:
    explicit EscapeClears(QLineEdit& edit) : QObject(&edit), m_edit(edit) { edit.installEventFilter(this); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
        if (!isKey || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape || m_edit.text().isEmpty())
            return QObject::eventFilter(watched, event);
        // Accepted before the shortcuts: the page's own Escape waits for an empty box.
        event->accept();
        if (event->type() == QEvent::KeyPress) m_edit.clear();
        return true;
    }

private:
    QLineEdit& m_edit;
};

}  // namespace

void clearOnEscape(QLineEdit& edit) { new EscapeClears(edit); }

}  // namespace segmoe::ui
