// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QMenuBar;

namespace segmoe::ui {

class ActionTable;
class FileOpener;
class Settings;

/// The window's menus, made of the actions of the table; actions of pages that do not exist stay invisible.
void fillMenuBar(QMenuBar& bar, ActionTable& actions, Settings& settings, FileOpener& opener);

}  // namespace segmoe::ui
