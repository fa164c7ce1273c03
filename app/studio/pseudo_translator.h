// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTranslator>

/// Pseudo-locales for tests and pictures, made from the English texts: accents and 40 % more letters (en_XA), the same
/// within right-to-left marks (ar_XB). Placeholders and mnemonics stay.
class PseudoTranslator : public QTranslator {
    Q_OBJECT
public:
    using QTranslator::QTranslator;
    QString translate(const char* context, const char* source, const char* disambiguation, int n) const override;
    bool isEmpty() const override { return false; }
};
