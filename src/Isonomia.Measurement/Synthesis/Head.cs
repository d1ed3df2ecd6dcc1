using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Synthesis;

/// <summary>
/// Where the electrodes sit and how widely sources reach over them. The head is a sphere and a source's gain a
/// Gaussian of the angle: a caricature of volume conduction that keeps its smoothness.
/// </summary>
internal sealed class Head
{
    private readonly int bad;

    public Head(IReadOnlyList<string> electrodes, int bad)
    {
        this.bad = bad;
        Positions = [.. electrodes.Select(Place)];
    }

    public IReadOnlyList<Position> Positions { get; }

    public int Good => Positions.Count - (bad < 0 ? 0 : 1);

    public bool IsGood(int electrode) => electrode != bad;

    /// <summary>Gains of a source that is strongest, at 1, over the given sites.</summary>
    public double[] Around(IReadOnlyList<Position> sites, double spreadDegrees)
    {
        var spread = spreadDegrees * Math.PI / 180;
        return [.. Positions.Select(p => sites.Max(s => Math.Exp(-Square(Angle(p, s) / spread) / 2)))];
    }

    public double[] Around(IReadOnlyList<string> sites, double spreadDegrees) =>
        Around([.. sites.Select(Place)], spreadDegrees);

    /// <summary>What a gain becomes when the average of the good electrodes is the reference.</summary>
    public double[] Referenced(double[] gains)
    {
        var mean = gains.Where((_, i) => IsGood(i)).Average();
        return [.. gains.Select(g => g - mean)];
    }

    /// <summary>Places spread evenly over the part of the sphere that the brain lies under (Fibonacci's
    /// spiral).</summary>
    public static Position[] Spread(int count)
    {
        const double Lowest = -0.3;
        var golden = Math.PI * (3 - Math.Sqrt(5));
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var z = 1 - (1 - Lowest) * (i + 0.5) / count;
            var radius = Math.Sqrt(1 - z * z);
            return new Position(radius * Math.Cos(golden * i), radius * Math.Sin(golden * i), z);
        })];
    }

    private static Position Place(string name) => StandardMontage.TryFind(name, out var position)
        ? position
        : throw new ArgumentException($"'{name}' is not the name of a 10-10 electrode site");

    private static double Angle(Position a, Position b) =>
        Math.Acos(Math.Clamp(Dot(a, b) / Math.Sqrt(Dot(a, a) * Dot(b, b)), -1, 1));

    private static double Dot(Position a, Position b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z;

    private static double Square(double x) => x * x;
}
