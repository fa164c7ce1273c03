// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include <QLayout>

namespace segmoe::ui {

/// Widgets side by side at their own size; what does not fit goes into the next line. Begins at the right where texts
/// do.
class WrapLayout : public QLayout {
public:
    explicit WrapLayout(QWidget* parent = nullptr) : QLayout(parent) {}

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place({0, 0, width, 0}, false); }
    void setGeometry(const QRect& rect) override;
    QSize sizeHint() const override;
    /// As wide as the widest widget.
    QSize minimumSize() const override;

private:
    /// The height that is needed; moves the widgets only if told so.
    int place(const QRect& rect, bool moves) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

}  // namespace segmoe::ui
