// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

#include "ui/pch.h"
