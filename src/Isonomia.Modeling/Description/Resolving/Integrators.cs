using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Description.Resolving;

/// <summary>The integrator that a model asks for.</summary>
internal static class Integrators
{
    /// <summary>
    /// The integrator of a name; automatic choice where none is asked for, or none of that name exists.
    /// </summary>
    public static IntegrationMethod Find(ModelText? text, DiagnosticBag bag)
    {
        if (text is null)
            return IntegrationMethod.Auto;
        if (IntegratorNames.Find(text.ToString()) is { } method)
            return method;
        bag.Error(text.Source, text.Span, $"there is no integrator '{text}'",
            NearestName.Hint(text.ToString(), IntegratorNames.All)
                ?? "known: " + string.Join(", ", IntegratorNames.All));
        return IntegrationMethod.Auto;
    }

    /// <summary>
    /// Whether the equations can be stepped by the integrator asked for, or by any. Without noise the automatic choice
    /// always finds one, and the step, which takes longer to write than all else, is left to whoever runs it.
    /// </summary>
    public static void Check(ModelDescription model, CellModel cell, DiagnosticBag bag)
    {
        if (cell.Integrator == IntegrationMethod.Auto && cell.Equations.Equations.All(e => e.Noise.IsEmpty))
            return;
        try
        {
            StepBuilder.Build(cell);
        }
        catch (IntegrationException e)
        {
            var at = model.Integrator ?? model.Equations;
            bag.Error(at.Source, at.Span, e.Message);
        }
    }
}
