// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/mix/licence_terms.h"
#include "ui/mix/mix_state.h"
#include "ui/mix/source_info.h"

class QLabel;
class QTableWidget;

namespace segmoe::ui {

/// What the licences of the parts allow, and what holds for the whole.
class LicencePanel : public QWidget {
    Q_OBJECT
public:
    explicit LicencePanel(QWidget* parent = nullptr);

    void show(const MixRecipe& recipe, const SourceInfos& infos);
    /// "Strictest: …", also for the save dialog.
    static QString rollUp(const MixRecipe& recipe, const SourceInfos& infos);

private:
    void addRow(const QString& part, const QString& licence, const LicenceTerms& terms);

    QTableWidget* m_table;
    QLabel* m_sum;
};

}  // namespace segmoe::ui
