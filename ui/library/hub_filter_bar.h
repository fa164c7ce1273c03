// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/library/hub_result_model.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace segmoe::ui {

class Settings;
class WrapLayout;

/// What is looked for on one hub, and how the answers are ordered and sifted.
class HubFilterBar : public QWidget {
    Q_OBJECT
public:
    HubFilterBar(HubSite site, Settings& settings, QWidget* parent = nullptr);

    HubSearch search() const;
    void setText(const QString& text);
    void focusText();
    bool isOnlyUsable() const;
    /// As if the box had been cleared.
    void showUnusable();
    MaturePreviews maturePreviews() const;
    /// "sdxl"…; empty = no mix is open: its entry in the list of bases is gone then.
    void setMixArchitecture(const QString& architecture);

Q_SIGNALS:
    /// Another question: 300 ms after typing, at once after everything else.
    void changed();
    void onlyUsableChanged(bool only);
    void maturePreviewsChanged(segmoe::ui::MaturePreviews mode);

private:
    QComboBox* combo(WrapLayout& row, const QString& name, const QString& label, const QString& toolTip);
    void fillBases();
    void chooseMature(int index);
    void askAboutMature();

    HubSite m_site;
    Settings& m_settings;
    QLineEdit* m_text;
    QComboBox* m_type;
    QComboBox* m_base;
    QComboBox* m_sort;
    QComboBox* m_period = nullptr;
    QCheckBox* m_usable;
    QCheckBox* m_commercial = nullptr;
    QComboBox* m_mature = nullptr;
    QTimer m_typing;
    QString m_mixArchitecture;
};

}  // namespace segmoe::ui
