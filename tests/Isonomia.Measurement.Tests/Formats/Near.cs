using System.Diagnostics.CodeAnalysis;

namespace Isonomia.Measurement.Tests.Formats;

/// <summary>Numbers taken for equal where they differ by no more than a part of the larger and a bit.</summary>
internal sealed class Near(double part, double within = 0) : IEqualityComparer<double>, IEqualityComparer<(double, double)>
{
    /// <summary>The rounding of single precision, in which a file holds its calibrations.</summary>
    public static Near Single { get; } = new(2e-7);

    public bool Equals(double x, double y) => Math.Abs(x - y) <= within + (part * Math.Max(Math.Abs(x), Math.Abs(y)));

    public bool Equals((double, double) x, (double, double) y) => Equals(x.Item1, y.Item1) && Equals(x.Item2, y.Item2);

    public int GetHashCode([DisallowNull] double obj) => 0;

    public int GetHashCode([DisallowNull] (double, double) obj) => 0;
}
