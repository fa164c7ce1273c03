// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QCoreApplication;

/// Installs the program's and Qt's own texts; language empty = the system's. Falls back to English.
void installTranslations(QCoreApplication& application, const QString& language);
