// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include <QListWidget>

#include "ui/queue/queue_job.h"

namespace segmoe::ui {

/// The last twelve pictures of this session, newest first, as thumbnails.
class RecentStrip : public QListWidget {
    Q_OBJECT
public:
    explicit RecentStrip(QWidget* parent = nullptr);
    void add(std::shared_ptr<const FinishedPicture> picture);
    QSize sizeHint() const override;

Q_SIGNALS:
    void pictureChosen(const std::shared_ptr<const segmoe::ui::FinishedPicture>& picture);

private:
    std::vector<std::shared_ptr<const FinishedPicture>> m_pictures;  ///< same order as the rows
};

}  // namespace segmoe::ui
