// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "core/engine/hub_offers.h"

class QButtonGroup;
class QVBoxLayout;

namespace segmoe::ui {

/// The files of a version, one of which can be chosen; those that cannot be used say why.
class HubFileList : public QWidget {
    Q_OBJECT
public:
    explicit HubFileList(QWidget* parent = nullptr);

    void setFiles(const std::vector<HubFile>& files);
    /// Null when none can be used.
    const HubFile* chosen() const;

Q_SIGNALS:
    void chosenChanged();

private:
    void addFile(int index, const HubFile& file);

    QButtonGroup* m_group;
    QVBoxLayout* m_column;
    std::vector<HubFile> m_files;
};

}  // namespace segmoe::ui
