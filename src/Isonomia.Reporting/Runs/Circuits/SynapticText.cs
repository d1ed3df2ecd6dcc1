using System.Buffers;
using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Units;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Runs.Circuits;

/// <summary>Rules, weights and delays in words.</summary>
internal static class SynapticText
{
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.+-eE");

    /// <summary>Who is connected to whom.</summary>
    public static string Of(ConnectionRule rule) => rule switch
    {
        ConnectionRule.Probability p => $"each pair with probability {NumberText.Significant(p.Value)}",
        ConnectionRule.InDegree d => $"{d.Count} to each target",
        ConnectionRule.OutDegree d => $"{d.Count} from each source",
        ConnectionRule.TotalNumber n => $"{n.Count:#,0} in all",
        ConnectionRule.OneToOne => "one to one",
        ConnectionRule.AllToAll => "all to all",
        ConnectionRule.Distance d =>
            $"by distance: {NumberText.Significant(d.Peak)} × {KernelName(d.Kernel)} of width "
            + NumberText.Significant(d.Width)
            + (d.Cutoff is { } cutoff ? $", up to {NumberText.Significant(cutoff)}" : ""),
        ConnectionRule.Listed l => $"listed, {l.Sources.Length:#,0} synapses",
        _ => rule.ToString(),
    };

    /// <summary>A weight or a delay.</summary>
    public static string Of(SynapticValue value, Dimension dimension)
    {
        string Quantity(double number) => new Quantity(number, dimension) is var q && dimension.IsNone
            ? NumberText.Significant(number, 5)
            : Rounded(q);
        var words = value switch
        {
            SynapticValue.Constant c => Quantity(c.Value),
            SynapticValue.Normal n => $"normal, {Quantity(n.Mean)} ± {Quantity(n.StandardDeviation)}",
            SynapticValue.LogNormal n =>
                $"log-normal, median {Quantity(n.Median)}, σ {NumberText.Significant(n.Sigma)}",
            SynapticValue.Uniform u => $"uniform, {Quantity(u.Low)} to {Quantity(u.High)}",
            SynapticValue.OfDistance d => $"{KernelName(d.Kernel)} of distance, {Quantity(d.Low)} to "
                + $"{Quantity(d.High)}, width " + NumberText.Significant(d.Width),
            SynapticValue.Conduction c =>
                $"{Quantity(c.Offset)} + distance at {NumberText.Significant(c.Velocity)} m/s",
            _ => value.ToString(),
        };
        var limits = (double.IsFinite(value.Minimum), double.IsFinite(value.Maximum)) switch
        {
            (true, true) => $"within {Quantity(value.Minimum)} to {Quantity(value.Maximum)}",
            (true, false) => $"≥ {Quantity(value.Minimum)}",
            (false, true) => $"≤ {Quantity(value.Maximum)}",
            _ => "",
        };
        return limits.Length == 0
            ? words
            : $"{words}; {limits} ({(value.Limit == LimitRule.Clip ? "clipped" : "redrawn")})";
    }

    /// <summary>A quantity with at most six digits: what a table has room for.</summary>
    public static string Rounded(Quantity quantity)
    {
        var exact = quantity.ToString();
        var end = exact.AsSpan().IndexOfAnyExcept(OfNumbers);
        if (!double.TryParse(end < 0 ? exact : exact[..end], out var number))
            return exact;
        return NumberText.Significant(number, 6)
            + (end < 0 ? "" : exact[end..].Replace("u", "µ", StringComparison.Ordinal));
    }

    private static string KernelName(DistanceKernel kernel) => kernel switch
    {
        DistanceKernel.VonMises => "von Mises",
        _ => kernel.ToString().ToLowerInvariant(),
    };
}
