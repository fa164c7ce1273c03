// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "core/engine/picture_file.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace segmoe::ui {

class Settings;

/// What an export needs to know.
struct ExportChoice {
    QString folder;
    QString pattern;
    PictureSaving saving;
};

/// Asks for the format, quality, metadata, names and folder of exported pictures; accepted() when all is well.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    ExportDialog(Settings& settings, int pictures, QWidget* parent = nullptr);
    ExportChoice choice() const;

private:
    void buildForm(Settings& settings);
    void chooseFolder();
    void follow();

    QComboBox* m_format;
    QSpinBox* m_quality;
    QComboBox* m_metadata;
    QLineEdit* m_pattern;
    QLineEdit* m_folder;
    QLabel* m_problem;
    QPushButton* m_ok;
};

/// What a name can be made of.
struct ExportFacts {
    QString date, seed, mix, name;
    int index = 1;
};

/// The name of an exported picture, without suffix: {date}, {seed}, {mix}, {name}, {index}.
QString exportName(const QString& pattern, const ExportFacts& facts);

/// A path that does not exist yet: "a.png", "a 2.png"… `taken`: names already given in this export.
QString freeFile(const QString& folder, const QString& name, const QString& suffix, const QStringList& taken);

}  // namespace segmoe::ui
