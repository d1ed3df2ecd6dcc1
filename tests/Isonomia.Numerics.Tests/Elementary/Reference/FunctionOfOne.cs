namespace Isonomia.Numerics.Tests.Elementary.Reference;

/// <summary>A function of one argument: the error allowed, the interval it lives on, what it is exactly.</summary>
internal sealed record FunctionOfOne(string Name, double Bound, double From, double To, Func<BigReal, BigReal> Exactly)
{
    /// <summary>The error allowed to floats, where that is another.</summary>
    public double BoundOfFloats { get; init; } = Bound;

    /// <summary>The least and the greatest argument it is defined for.</summary>
    public (double Least, double Greatest) Domain { get; init; } = (double.NegativeInfinity, double.PositiveInfinity);

    public static IReadOnlyList<FunctionOfOne> All { get; } =
    [
        new("Exp", 1, -746, 710, Exact.Exp),
        new("Expm1", 1, -40, 710, Exact.Expm1),
        new("Exprel", 1, -50, 720, Exact.Exprel) { BoundOfFloats = 2 },
        new("Log", 1, 0, 20, Exact.Log) { Domain = (0, Infinity) },
        new("Log1p", 1, -1, 20, Exact.Log1p) { Domain = (-1, Infinity) },
        new("Log10", 1, 0, 20, Exact.Log10) { Domain = (0, Infinity) },
        new("Sinh", 2, -711, 711, Exact.Sinh),
        new("Cosh", 2, -711, 711, Exact.Cosh),
        new("Tanh", 1, -20, 20, Exact.Tanh),
        new("Sin", 1, -1e5, 1e5, Exact.Sin) { Domain = (double.MinValue, double.MaxValue) },
        new("Cos", 1, -1e5, 1e5, Exact.Cos) { Domain = (double.MinValue, double.MaxValue) },
        new("Tan", 1, -1e5, 1e5, Exact.Tan) { Domain = (double.MinValue, double.MaxValue) },
        new("Arcsin", 2, -1, 1, Exact.Arcsin) { Domain = (-1, 1) },
        new("Arccos", 2, -1, 1, Exact.Arccos) { Domain = (-1, 1) },
        new("Arctan", 1, -20, 20, Exact.Arctan),
    ];

    private const double Infinity = double.PositiveInfinity;

    public static FunctionOfOne Named(string name) => All.Single(f => f.Name == name);
}
