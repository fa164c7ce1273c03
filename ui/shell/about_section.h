// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/shell/studio_context.h"

namespace segmoe::ui {

/// Version, licences, the log folder and a report of the system; on the settings page and in the About dialog.
class AboutSection : public QWidget {
    Q_OBJECT
public:
    /// Buttons are called PREFIX_notice_button, PREFIX_report_button and PREFIX_log_button.
    AboutSection(StudioContext& context, const QString& prefix, QWidget* parent = nullptr);

private:
    StudioContext m_context;
};

/// Program, engine, Qt, system, screen, memory and the settings that matter; no names and no paths.
QString systemReport(const StudioContext& context);

}  // namespace segmoe::ui
