// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QList>
#include <QPointer>
#include <QWidget>

class QFrame;

namespace segmoe::ui {

class Theme;

/// Short notices at the bottom centre of the pages: at most two, eight seconds each, longer while the pointer or the
/// focus is on them. Never the only place of an error.
class ToastArea : public QWidget {
    Q_OBJECT
public:
    /// Lies over `page` and follows its size.
    ToastArea(Theme& theme, QWidget* page);

    /// `button` may be empty; `action` is called at most once, while `context` lives.
    void show(const QString& sentence, const QString& button, QObject* context, const std::function<void()>& action);
    int count() const { return static_cast<int>(m_toasts.size()); }

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QFrame* makeToast(const QString& sentence);
    void drop(QFrame* toast);
    void place();

    Theme& m_theme;
    QWidget* m_page;
    QList<QFrame*> m_toasts;
    int m_made = 0;
};

}  // namespace segmoe::ui
