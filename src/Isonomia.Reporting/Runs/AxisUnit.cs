using Isonomia.Modeling.Units;

namespace Isonomia.Reporting.Runs;

/// <summary>The unit in which values of a dimension are drawn: the one in which they are neither tiny nor huge.</summary>
/// <param name="Label">The unit's symbol; empty for pure numbers.</param>
/// <param name="Scale">How many SI base units one of it is.</param>
public sealed record AxisUnit(string Label, double Scale)
{
    private static readonly (string Symbol, double Scale)[] Prefixes =
        [("f", 1e-15), ("p", 1e-12), ("n", 1e-9), ("µ", 1e-6), ("m", 1e-3), ("", 1), ("k", 1e3), ("M", 1e6), ("G", 1e9)];

    private static readonly Dimension Area = Dimension.Length.Power(2);

    // Densities are given per square centimetre, as electrophysiologists do.
    private static readonly (Dimension Dimension, string Symbol, string Per, double Scale)[] Named =
    [
        (Dimension.Voltage, "V", "", 1), (Dimension.Current, "A", "", 1), (Dimension.Conductance, "S", "", 1),
        (Dimension.Capacitance, "F", "", 1), (Dimension.Charge, "C", "", 1), (Dimension.Time, "s", "", 1),
        (Dimension.Frequency, "Hz", "", 1), (Dimension.Voltage / Dimension.Time, "V", "/s", 1), (Dimension.Length, "m", "", 1),
        (Dimension.Current / Area, "A", "/cm²", 1e4), (Dimension.Conductance / Area, "S", "/cm²", 1e4),
        (Dimension.Capacitance / Area, "F", "/cm²", 1e4), (Dimension.Amount / Dimension.Length.Power(3), "M", "", 1e3),
    ];

    /// <summary>The unit for values up to a size.</summary>
    /// <param name="dimension">Their dimension.</param>
    /// <param name="size">Their largest size, in SI base units.</param>
    public static AxisUnit For(Dimension dimension, double size)
    {
        if (dimension.IsNone)
            return new AxisUnit("", 1);
        foreach (var (known, symbol, per, scale) in Named)
        {
            if (known != dimension)
                continue;
            // Membrane potentials are spoken of in millivolts, whatever their size.
            var prefix = dimension == Dimension.Voltage && size is > 1e-4 and < 10
                ? Prefixes[4]
                : Prefixes.LastOrDefault(p => size / scale >= 0.999 * p.Scale, size > 0 ? Prefixes[0] : Prefixes[5]);
            return new AxisUnit(prefix.Symbol + symbol + per, prefix.Scale * scale);
        }

        return new AxisUnit(DimensionNames.Describe(dimension), 1);
    }

    /// <summary>A name with this unit: "v (mV)".</summary>
    /// <param name="name">The name.</param>
    public string Title(string name) => Label.Length == 0 ? name : $"{name} ({Label})";

    /// <summary>Values in this unit.</summary>
    /// <param name="values">Values in SI base units.</param>
    public double[] Of(IEnumerable<double> values) => [.. values.Select(v => v / Scale)];
}
