// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace segmoe::ui {

class Theme;

struct BannerButton {
    QString objectName;
    QString text;
    std::function<void()> act;  ///< the banner closes first
};

/// One line above the page, with at most two buttons, a menu of further ways where there are more, and a close button.
struct Banner {
    QString id;
    QString sentence;
    std::vector<BannerButton> buttons;
    bool warning = false;
    std::function<void()> closed;  ///< the user dismissed it; may be empty
    std::vector<BannerButton> more = {};
};

/// Shows the first of its banners; the next one appears when that one goes.
class BannerBar : public QFrame {
    Q_OBJECT
public:
    explicit BannerBar(Theme& theme, QWidget* parent = nullptr);

    /// A banner with the same id is replaced. Urgent ones go before all others.
    void add(const Banner& banner, bool urgent = false);
    void remove(const QString& id);
    QString currentId() const { return m_banners.empty() ? QString() : m_banners.front().id; }

private:
    void showFirst();
    void addMenu(const Banner& banner);
    void choose(const QString& id, const std::function<void()>& act);
    void dismiss();

    std::vector<Banner> m_banners;
    QLabel* m_sentence;
    QHBoxLayout* m_buttons;
};

}  // namespace segmoe::ui
