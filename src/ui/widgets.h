// Everything a screen draws with, in one include.
#pragma once

#include "ui/buttons.h"
#include "ui/card_list.h"
#include "ui/charts.h"
#include "ui/choices.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/label.h"
#include "ui/layout.h"
#include "ui/motion.h"
#include "ui/overlays.h"
#include "ui/paint.h"
#include "ui/palette.h"
#include "ui/semantics.h"
#include "ui/table.h"
#include "ui/tag_field.h"
#include "ui/theme.h"
