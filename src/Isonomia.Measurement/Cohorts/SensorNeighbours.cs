using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Cohorts;

/// <summary>Which sensors lie next to each other, from the positions that go with their names.</summary>
public static class SensorNeighbours
{
    /// <summary>Fewer sensors than this form no clusters worth speaking of.</summary>
    public const int Fewest = 8;

    // Wide enough to take in the diagonal of a square of sensors, not the one after the next.
    private const double Reach = 1.6;

    /// <summary>
    /// For each sensor those within 1.6 times the typical (median) angle to the nearest one, seen from the head's centre;
    /// null where fewer than eight, or not all, have a standard name.
    /// </summary>
    /// <param name="names">The sensors' names.</param>
    public static int[][]? Of(IReadOnlyList<string> names)
    {
        if (names.Count < Fewest)
            return null;
        var positions = new Position[names.Count];
        for (var i = 0; i < positions.Length; i++)
        {
            if (!StandardMontage.TryFind(names[i], out positions[i]))
                return null;
        }

        var nearest = positions.Select((p, i) => positions.Where((_, j) => j != i).Min(q => Angle(p, q))).Order().ToArray();
        var limit = Reach * nearest[nearest.Length / 2];
        return [.. positions.Select((p, i) =>
            Enumerable.Range(0, positions.Length).Where(j => j != i && Angle(p, positions[j]) <= limit).ToArray())];
    }

    private static double Angle(Position a, Position b) => Math.Acos(Math.Clamp(
        ((a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z)) / (StandardMontage.HeadRadius * StandardMontage.HeadRadius), -1, 1));
}
