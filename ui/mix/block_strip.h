// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include <QWidget>

namespace segmoe::ui {

class Theme;

/// One cell per transformer block, grouped by stage; filled cells have experts. The middle is hatched: it never does.
class BlockStrip : public QWidget {
    Q_OBJECT
public:
    explicit BlockStrip(Theme& theme, QWidget* parent = nullptr);

    /// Labels in execution order: "D1.A0.T0"…
    void setBlocks(const std::vector<std::string>& blocks);
    void setLeftOut(const std::vector<std::string>& leftOut);
    const std::vector<std::string>& blocks() const { return m_blocks; }
    int mixedCount() const { return static_cast<int>(m_blocks.size() - m_leftOut.size()); }
    int current() const { return m_current; }
    /// Makes it the current block; false when it is none of these.
    bool showBlock(const std::string& label);
    QRect cellRect(int block) const;
    /// The label of a stage: clicking it toggles all of its blocks.
    QRect stageRect(const std::string& stage) const;
    QSize sizeHint() const override { return {400, 40}; }
    QSize minimumSizeHint() const override { return {160, 40}; }

Q_SIGNALS:
    /// What is left out now, in execution order.
    void edited(const std::vector<std::string>& leftOut);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Stage {
        std::string name;  ///< "D2"
        int first = 0;     ///< block
        int count = 0;
    };
    std::vector<QRectF> layoutCells() const;
    QRectF middleRect() const;
    void toggle(int from, int to, bool on);
    void emitEdited();
    void moveTo(int block, bool extend);
    void describe();
    double unit() const;

    Theme& m_theme;
    std::vector<std::string> m_blocks;
    std::vector<Stage> m_stages;
    std::set<int> m_leftOut;
    int m_current = 0;
    int m_anchor = 0;
};

}  // namespace segmoe::ui
