// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <vector>

#include <QLayout>

class QHBoxLayout;

namespace segmoe::ui {

/// A row that goes on in further lines where its parts have no room beside each other. A part is as wide as its hint,
/// or wider by its stretch; before a line is broken the parts shrink to their minimum.
class WrapLayout : public QLayout {
    Q_OBJECT
public:
    /// Where room that no part takes goes: behind the last part of a line, or between the parts.
    enum class Rest { AtEnd, Between };

    explicit WrapLayout(int spacing, int lineSpacing = 6, Rest rest = Rest::AtEnd);
    ~WrapLayout() override;

    void add(QWidget* part, int stretch = 0);
    void add(QLayout* part, int stretch = 0);

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_parts.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    struct Part {
        QLayoutItem* item;
        int stretch;
    };
    struct Line {
        std::vector<Part> parts;
        int width = 0;  ///< at least, with the gaps
    };

    std::vector<Line> lines(int width) const;
    std::vector<int> widths(const Line& line, int width) const;
    int heightOf(const Line& line, const std::vector<int>& widths) const;
    /// Returns the height; places the parts unless `apply` is false.
    int arrange(const QRect& rect, bool apply) const;

    std::vector<Part> m_parts;
    int m_lineSpacing;
    Rest m_rest;
};

/// Parts that stay in one line, a caption and its control for example.
QHBoxLayout* beside(std::initializer_list<QWidget*> parts, int spacing = 8);

}  // namespace segmoe::ui
