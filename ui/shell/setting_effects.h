// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include "ui/shell/studio_context.h"

namespace segmoe::ui {

/// Carries settings to where they work: appearance to the theme, folders to the picture saver, threads and previews to
/// the engine, reading in the background to the library. At once when the program starts and whenever a setting
/// changes.
class SettingEffects : public QObject {
    Q_OBJECT
public:
    explicit SettingEffects(StudioContext& context, QObject* parent = nullptr);

private:
    void changed(const QString& key);
    void applyPictures();
    void applyCaptures();
    void applyEngine();
    void applyLibrary();

    StudioContext m_context;
};

}  // namespace segmoe::ui
