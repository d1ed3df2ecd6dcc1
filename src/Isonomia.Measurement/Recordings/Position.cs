namespace Isonomia.Measurement.Recordings;

/// <summary>A place in the head's own frame, in metres: X to the right ear, Y to the nose, Z up.</summary>
public readonly record struct Position(double X, double Y, double Z);
