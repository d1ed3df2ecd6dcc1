using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations;

/// <summary>What an expression of a model should be, besides free of errors.</summary>
public sealed record ExpectedValue
{
    private ExpectedValue()
    {
    }

    /// <summary>The fixed value of a parameter whose dimension follows from it: 281 pF.</summary>
    public static ExpectedValue AnyConstant { get; } = new() { AllowsConditions = true };

    /// <summary>A condition, such as a threshold: v > VT.</summary>
    public static ExpectedValue Condition { get; } =
        new() { AllowsConditions = true, AllowsNumbers = false, AllowsDraws = true };

    /// <summary>A refractory period: a time, or the condition while which a cell is refractory.</summary>
    public static ExpectedValue TimeOrCondition { get; } =
        new() { AllowsConditions = true, Dimension = Units.Dimension.Time, AllowsDraws = true };

    /// <summary>The dimension it must have; null for any.</summary>
    internal Dimension? Dimension { get; private init; }

    internal bool AllowsConditions { get; private init; }

    internal bool AllowsNumbers { get; private init; } = true;

    internal bool IsInteger { get; private init; }

    internal bool AllowsDraws { get; private init; }

    internal bool AllowsDistributions { get; private init; }

    /// <summary>A fixed value of a dimension. A zero needs no unit.</summary>
    /// <param name="dimension">The dimension.</param>
    public static ExpectedValue Constant(Dimension dimension) => new() { Dimension = dimension };

    /// <summary>
    /// A fixed value that a symbol can take: of its dimension and kind. A zero needs no unit.
    /// </summary>
    /// <param name="symbol">A parameter.</param>
    public static ExpectedValue ConstantFor(Symbol symbol) => Initial(symbol) with
    {
        AllowsDraws = false,
        AllowsDistributions = false,
    };

    /// <summary>
    /// A value that a symbol takes at the start, perhaps another for each cell: random draws and the distributions
    /// uniform(a, b) and normal(mean, deviation) are allowed. A zero needs no unit.
    /// </summary>
    /// <param name="symbol">A state or parameter.</param>
    public static ExpectedValue Initial(Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return new ExpectedValue
        {
            Dimension = symbol.Kind == SymbolKind.Undetermined ? null : symbol.Dimension,
            AllowsConditions = symbol.ValueKind == ValueKind.Boolean || symbol.Kind == SymbolKind.Undetermined,
            AllowsNumbers = symbol.ValueKind != ValueKind.Boolean,
            IsInteger = symbol.ValueKind == ValueKind.Integer,
            AllowsDraws = true,
            AllowsDistributions = true,
        };
    }
}
