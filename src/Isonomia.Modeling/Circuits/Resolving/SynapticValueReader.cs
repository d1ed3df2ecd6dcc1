using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>Weights and delays: constants, distributions, functions of distance; with their limits.</summary>
internal sealed class SynapticValueReader(CircuitScope scope, Dimension dimension, PairValues pairs, int source,
    int target)
{
    private readonly DiagnosticBag bag = scope.Bag;

    /// <summary>The value of a pair; null after an error.</summary>
    public SynapticValue? Read(WrittenValue written)
    {
        if (pairs.Of(written, source, target) is not { } value)
            return null;
        if (value is WrittenValue.Map map)
            return Long(new Section(map, "a weight or delay", bag));
        return Section.Text(value, "a quantity or a distribution", bag) is { } text ? Plain(text) : null;
    }

    private SynapticValue? Long(Section section)
    {
        var given = new[] { "value", "distance", "conduction" }.Where(k => section.Find(k) is not null).ToArray();
        if (given.Length != 1)
        {
            bag.Error(section.Written.Source, section.Written.Span,
                given.Length == 0 ? "found no 'value', 'distance' or 'conduction' where one of them was expected"
                    : $"found '{given[0]}' and '{given[1]}' where one of them was expected");
            return null;
        }

        var value = given[0] switch
        {
            "value" => Inner(section.Find("value")!),
            "distance" => section.Map("distance", "") is { } distance ? OfDistance(distance) : null,
            _ => section.Map("conduction", "") is { } conduction ? Conduction(conduction) : null,
        };
        var minimum = Limit(section, "minimum");
        var maximum = Limit(section, "maximum");
        if (minimum > maximum)
            bag.Error(section.Written.Source, section.Written.Span, "found a minimum above the maximum");
        var rule = section.Choice("limit", ("clip", LimitRule.Clip), ("redraw", LimitRule.Redraw)) ?? LimitRule.Clip;
        if (value is null)
            return null;
        return value with
        {
            Minimum = minimum ?? double.NegativeInfinity,
            Maximum = maximum ?? double.PositiveInfinity,
            Limit = rule,
        };
    }

    private SynapticValue? Inner(WrittenValue value) =>
        pairs.Of(value, source, target) is { } one && Section.Text(one, "a quantity or a distribution", bag) is { } text
            ? Plain(text)
            : null;

    private double? Limit(Section section, string key) =>
        section.Text(key, "a quantity") is { } text ? scope.Value(text, dimension) : null;

    private SynapticValue? Plain(ModelText text)
    {
        if (CircuitSyntax.Parse(text.Source, bag) is not { } syntax)
            return null;
        if (syntax is not ExpressionSyntax.Call { Function: "normal" or "lognormal" or "lognormal_mean" or "uniform" } call)
            return scope.Value(text.Source, syntax, dimension) is { } constant ? new SynapticValue.Constant(constant)
                : null;
        if (call.Arguments.Count != 2)
        {
            bag.Error(text.Source, call.Span, $"{call.Function} was given {call.Arguments.Count} arguments",
                $"write {Signature(call.Function)}");
            return null;
        }

        var first = scope.Value(text.Source, call.Arguments[0], dimension);
        var second = scope.Value(
            text.Source, call.Arguments[1], call.Function == "lognormal" ? Dimension.None : dimension);
        if (first is not { } a || second is not { } b)
            return null;
        string? wrong = null;
        if (call.Function == "uniform" ? b < a : b < 0)
            wrong = call.Function == "uniform" ? "found an upper end below the lower" : "found a deviation below zero";
        else if (call.Function.StartsWith("lognormal", StringComparison.Ordinal) && a <= 0)
            wrong = "found a log-normal value that is not above zero";
        if (wrong is not null)
        {
            bag.Error(text.Source, call.Span, wrong, $"write {Signature(call.Function)}");
            return null;
        }

        return call.Function switch
        {
            "normal" => new SynapticValue.Normal(a, b),
            "uniform" => new SynapticValue.Uniform(a, b),
            "lognormal" => new SynapticValue.LogNormal(a, b),
            _ => OfMean(a, b),
        };
    }

    // Mean m and deviation s: the logarithm has variance log(1 + (s/m)^2), and the median is m exp(-variance/2).
    private static SynapticValue.LogNormal OfMean(double mean, double deviation)
    {
        var variance = Math.Log(1 + (deviation * deviation / (mean * mean)));
        return new SynapticValue.LogNormal(mean * Math.Exp(-variance / 2), Math.Sqrt(variance));
    }

    private static string Signature(string function) => function switch
    {
        "normal" => "normal(mean, sd)",
        "uniform" => "uniform(low, high)",
        "lognormal" => "lognormal(median, sigma)",
        _ => "lognormal_mean(mean, sd)",
    };

    private SynapticValue.OfDistance? OfDistance(Section section)
    {
        var kernel = Kernel(section);
        var low = section.Required("low", "a quantity", "0") is { } l ? scope.Value(l, dimension) : null;
        var high = section.Required("high", "a quantity", "1") is { } h ? scope.Value(h, dimension) : null;
        var width = section.Required("width", "a length", "100 um") is { } w ? SpaceReader.Length(w, scope) : null;
        return kernel is { } k && low is { } a && high is { } b && width is { } c
            ? new SynapticValue.OfDistance(k, a, b, c)
            : null;
    }

    private SynapticValue.Conduction? Conduction(Section section)
    {
        var velocity = section.Required("velocity", "a velocity", "0.3 m/s") is { } v
            ? scope.Value(v, Dimension.Length / Dimension.Time) : null;
        var offset = section.Text("offset", "a time") is { } o ? scope.Value(o, Dimension.Time) : 0;
        if (dimension != Dimension.Time)
            bag.Error(section.Written.Source, section.Written.Span,
                "found a delay of conduction where a weight was expected");
        else if (velocity <= 0)
            bag.Error(section.Written.Source, section.Written.Span, "found a velocity that is not above zero");
        else if (velocity is { } a && offset is { } b)
            return new SynapticValue.Conduction(b, a);
        return null;
    }

    /// <summary>The kernel of a section; null after an error.</summary>
    public static DistanceKernel? Kernel(Section section)
    {
        if (section.Find("kernel") is null)
            section.Missing("kernel", "gaussian");
        return section.Choice(
            "kernel", ("gaussian", DistanceKernel.Gaussian), ("exponential", DistanceKernel.Exponential),
            ("von-mises", DistanceKernel.VonMises), ("box", DistanceKernel.Box));
    }
}
