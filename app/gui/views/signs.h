// Small signs for states, drawn as shapes: fonts do not have them everywhere, and they must be told
// apart without colour. Draws into a square; knows no cluster.
#pragma once

#include "session/cluster_scene.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace rgsim::gui {

enum class Sign {
    Nothing,
    Runs,      ///< a full disc
    Part,      ///< a half disc
    Rests,     ///< an empty square
    Begins,    ///< a triangle upwards
    Ends,      ///< a triangle downwards
    Repairs,   ///< an open ring with a head
    Moves,     ///< an arrow to the right
    Fails,     ///< a cross
    Forbidden, ///< a ring with a bar
    Question,  ///< said, but not so
    Alarm,     ///< an exclamation mark in a triangle
    Frozen,    ///< a flake
    Apart,     ///< two discs with a bar between
    Lost,      ///< a ring of dots: nobody knows of it
};

void drawSign(QPainter& painter, Sign sign, const QRectF& square, const QColor& colour);

Sign signOf(const SceneChip& chip);
Sign signOf(const SceneNode& node);

} // namespace rgsim::gui
