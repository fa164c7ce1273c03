// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "core/domain/licence_terms.h"
#include "ui/mix/mix_state.h"
#include "ui/mix/source_info.h"

class QLabel;
class QTableWidget;

namespace segmoe::ui {

/// What the licences of the parts allow, and what holds for the whole.
class LicencePanel : public QWidget {
    Q_OBJECT
public:
    struct Part {
        QString name;
        QString licence;  ///< empty = not known
    };
    /// prefix: of the names of its parts, "mix".
    explicit LicencePanel(const QString& prefix = QStringLiteral("mix"), QWidget* parent = nullptr);

    void show(const MixRecipe& recipe, const SourceInfos& infos);
    void show(const std::vector<Part>& parts);
    /// "Strictest: …", also for the save dialog.
    static QString rollUp(const MixRecipe& recipe, const SourceInfos& infos);
    static QString rollUp(const std::vector<Part>& parts);

private:
    void addRow(const Part& part);

    QTableWidget* m_table;
    QLabel* m_sum;
};

}  // namespace segmoe::ui
