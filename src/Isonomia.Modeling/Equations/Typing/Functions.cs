using System.Collections.Frozen;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Equations.Typing;

/// <summary>The functions of the language, with Brian 2's names, and their numbers of arguments.</summary>
internal static class Functions
{
    // Those that take one number without unit and give a number without unit.
    private static readonly FrozenDictionary<string, Operator> plain = new Dictionary<string, Operator>(
        StringComparer.Ordinal)
    {
        ["exp"] = Operator.Exp,
        ["expm1"] = Operator.Expm1,
        ["exprel"] = Operator.Exprel,
        ["log"] = Operator.Log,
        ["log10"] = Operator.Log10,
        ["log1p"] = Operator.Log1p,
        ["sin"] = Operator.Sin,
        ["cos"] = Operator.Cos,
        ["tan"] = Operator.Tan,
        ["sinh"] = Operator.Sinh,
        ["cosh"] = Operator.Cosh,
        ["tanh"] = Operator.Tanh,
        ["arcsin"] = Operator.Arcsin,
        ["arccos"] = Operator.Arccos,
        ["arctan"] = Operator.Arctan,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Those that take a quantity of any unit.
    private static readonly FrozenDictionary<string, Operator> anyUnit = new Dictionary<string, Operator>(
        StringComparer.Ordinal)
    {
        ["sqrt"] = Operator.Sqrt,
        ["abs"] = Operator.Abs,
        ["sign"] = Operator.Sign,
        ["floor"] = Operator.Floor,
        ["ceil"] = Operator.Ceil,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> others = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["int"] = 1,
        ["clip"] = 3,
        ["timestep"] = 2,
        ["rand"] = 0,
        ["randn"] = 0,
        ["poisson"] = 1,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What people write from other languages, and what it is here.
    private static readonly FrozenDictionary<string, string> elsewhere = new Dictionary<string, string>(
        StringComparer.Ordinal)
    {
        ["ln"] = "the natural logarithm is log",
        ["asin"] = "did you mean 'arcsin'?",
        ["acos"] = "did you mean 'arccos'?",
        ["atan"] = "did you mean 'arctan'?",
        ["fabs"] = "did you mean 'abs'?",
        ["sgn"] = "did you mean 'sign'?",
        ["ceiling"] = "did you mean 'ceil'?",
        ["pow"] = "a power is x**y",
        ["min"] = "the smaller of x and y is clip(x, -inf, y), where both have no unit",
        ["max"] = "the larger of x and y is clip(x, y, inf), where both have no unit",
        ["heaviside"] = "a step is int(x > 0)",
        ["heav"] = "a step is int(x > 0)",
        ["H"] = "a step is int(x > 0)",
        ["where"] = "a choice is int(condition)*x + (1 - int(condition))*y",
        ["uniform"] = "between a and b is a + (b - a)*rand(); uniform(a, b) is for initial values",
        ["normal"] = "around m with deviation s is m + s*randn(); normal(m, s) is for initial values",
        ["sigmoid"] = "a sigmoid is 1/(1 + exp(-x))",
        ["relu"] = "what is positive of x is clip(x, 0, inf)",
        ["sech"] = "it is 1/cosh(x)",
        ["coth"] = "it is 1/tanh(x)",
        ["cot"] = "it is 1/tan(x)",
        ["log2"] = "it is log(x)/log(2)",
        ["exp2"] = "it is 2**x",
        ["square"] = "it is x**2",
        ["arctan2"] = "it is arctan(y/x) where x > 0",
        ["delay"] = "delays within equations are for fields; in a circuit projections have delays",
        ["atan2"] = "it is arctan(y/x) where x > 0",
        ["random"] = "did you mean 'rand'?",
        ["bool"] = "compare with a number, as in x > 0",
        ["float"] = "every number is real already",
        ["round"] = "the nearest whole number is floor(x + 0.5)",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of all functions.</summary>
    public static IEnumerable<string> Names => plain.Keys.Concat(anyUnit.Keys).Concat(others.Keys);

    public static bool IsKnown(string name) => Arity(name) is not null;

    /// <summary>How many arguments a function takes, or null where there is none of the name.</summary>
    public static int? Arity(string name) => plain.ContainsKey(name) || anyUnit.ContainsKey(name) ? 1
        : others.TryGetValue(name, out var arity) ? arity : null;

    public static bool TakesPlainNumber(string name, out Operator op) => plain.TryGetValue(name, out op);

    public static bool TakesAnyUnit(string name, out Operator op) => anyUnit.TryGetValue(name, out op);

    public static bool IsDraw(string name) => name is "rand" or "randn" or "poisson" or "uniform" or "normal";

    /// <summary>What a function of another language is here, or null.</summary>
    public static string? KnownElsewhere(string name) => elsewhere.GetValueOrDefault(name);
}
