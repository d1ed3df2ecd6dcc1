using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration.Methods;
using Isonomia.Modeling.Integration.Planning;

namespace Isonomia.Modeling.Integration.Emission;

/// <summary>
/// The states that are stepped exactly. What depends on them sees the values that they truly have in the middle and at
/// the end of the step, so that its own order is kept, whatever the time constants of its drivers.
/// </summary>
internal sealed class Drivers
{
    private readonly Dictionary<string, Expression> ends = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Expression> middles = new(StringComparer.Ordinal);
    private readonly List<ExactMethod> blocks = [];

    /// <summary>Writes the steps of exactly stepped blocks.</summary>
    public Drivers(StepWriter writer, SteppedSystem system, IEnumerable<LinearBlock> linear)
    {
        foreach (var block in linear)
        {
            var method = new ExactMethod(writer, system, block);
            blocks.Add(method);
            foreach (var (name, value) in method.Step(SteppedSystem.Dt, "new"))
                ends[name] = value;
        }
    }

    /// <summary>The value of a state at the end of the step.</summary>
    /// <param name="name">An exactly stepped state.</param>
    public Expression End(string name) => ends[name];

    /// <summary>The value of a state within the step; null for a state that is not stepped exactly.</summary>
    /// <param name="name">A state.</param>
    /// <param name="isHalf">Whether in the middle of the step, else at its end.</param>
    public Expression? At(string name, bool isHalf)
    {
        if (!ends.TryGetValue(name, out var end) || !isHalf)
            return end;
        if (!middles.ContainsKey(name))
        {
            foreach (var (state, value) in blocks.Find(b => b.Has(name))!.Middle(ends))
                middles[state] = value;
        }

        return middles[name];
    }
}
