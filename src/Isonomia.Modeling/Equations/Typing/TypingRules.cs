namespace Isonomia.Modeling.Equations.Typing;

/// <summary>What an expression may contain besides names and arithmetic.</summary>
/// <param name="Site">What the expression is, for the names of its random draws: "dv/dt", "reset".</param>
/// <param name="AllowsNoise">Whether xi may stand in it.</param>
/// <param name="AllowsDraws">Whether rand(), randn() and poisson(x) may.</param>
/// <param name="AllowsDistributions">Whether uniform(a, b) and normal(m, s) may.</param>
/// <param name="CountsConditions">
/// Whether a condition in arithmetic is 0 or 1, as in w*(rand() &lt; p). Brian 2 has it so in statements and single
/// expressions; in equations, which it handles symbolically, int(...) must be written.
/// </param>
internal sealed record TypingRules(
    string Site, bool AllowsNoise = false, bool AllowsDraws = true, bool AllowsDistributions = false,
    bool CountsConditions = false);
