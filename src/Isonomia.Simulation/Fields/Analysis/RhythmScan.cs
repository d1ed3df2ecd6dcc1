using System.Collections.Immutable;
using Isonomia.Modeling.Fields;
using Isonomia.Modeling.Syntax;
using Isonomia.Simulation.Fields.Running;

namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>
/// Limit cycles by simulation without noise, from the field's initial values: many values of a parameter side by side as
/// lanes. What does not settle is shown as it goes in the second half of the time.
/// </summary>
public static class RhythmScan
{
    // Against the largest swing or value: less is rest.
    private const double Rest = 1e-6;

    /// <summary>The range and frequency of what is observed.</summary>
    /// <param name="model">The field, with an output.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="values">Its values, in SI base units.</param>
    /// <param name="duration">How long is simulated, in seconds; the second half counts.</param>
    /// <param name="dt">The time step in seconds.</param>
    /// <param name="cancellation">Stops it.</param>
    public static ImmutableArray<RhythmPoint> Of(
        FieldModel model, string parameter, ImmutableArray<double> values, double duration, double dt,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var run = new FieldRun(WithoutNoise(model), new FieldRunSettings
        {
            Duration = duration,
            Dt = dt,
            Copies = values.Length,
            Regional = FieldRunSettings.None.Add(parameter, [.. values]),
        }).Run(null, cancellation);
        var observed = run.Probes[0];
        var first = observed.Times.Length / 2;
        var points = ImmutableArray.CreateBuilder<RhythmPoint>(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            var course = observed.Trace(i)[first..];
            var (low, high) = (course.Min(), course.Max());
            var isRest = high - low < Rest * Math.Max(Math.Abs(low), Math.Abs(high));
            points.Add(new RhythmPoint(values[i], low, high, isRest ? 0 : Frequency(course, low, high, dt)));
        }

        return points.MoveToImmutable();
    }

    private static FieldModel WithoutNoise(FieldModel model)
    {
        var system = model.Region.Equations;
        return model with
        {
            Region = model.Region with
            {
                Equations = system with
                {
                    Equations = [.. system.Equations.Select(e =>
                        e.Kind == EquationKind.Differential ? e with { Noise = e.Noise.Clear() } : e)],
                },
            },
        };
    }

    private static double Frequency(double[] course, double low, double high, double dt)
    {
        var middle = (low + high) / 2;
        var (first, last, crossings) = (-1, 0, 0);
        for (var i = 1; i < course.Length; i++)
        {
            if (course[i - 1] >= middle || course[i] < middle)
                continue;
            first = first < 0 ? i : first;
            (last, crossings) = (i, crossings + 1);
        }

        return crossings > 1 ? (crossings - 1) / ((last - first) * dt) : 0;
    }
}
