using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Fields;
using Isonomia.Simulation.Fields.Analysis;
using Isonomia.Simulation.Fields.Running;

namespace Isonomia.Validation.Networks;

/// <summary>A field of the library with some of its values changed.</summary>
internal sealed record LibraryField(FieldModel Model)
{
    /// <summary>A field of the library.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="settings">What is changed, as --set has it: "p=120 Hz".</param>
    public static LibraryField Of(string name, params IEnumerable<string> settings)
    {
        var bag = new DiagnosticBag();
        var field = (FieldDescription)ModelFile.Find(name);
        foreach (var setting in settings)
        {
            var at = setting.IndexOf('=', StringComparison.Ordinal);
            field = SettingPath.Apply(field, setting[..at], setting[(at + 1)..], bag);
        }

        bag.ThrowIfErrors();
        return new LibraryField(field.ToModel());
    }

    /// <summary>The course of what is observed, the first part left out.</summary>
    /// <param name="duration">How long it is observed, in seconds.</param>
    /// <param name="after">What is left out, in seconds.</param>
    /// <param name="dt">The time step in seconds.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="every">The interval between samples in seconds.</param>
    public double[] Observe(double duration, double after, double dt = 1e-4, ulong seed = 1, double? every = null)
    {
        var run = new FieldRun(Model, new FieldRunSettings
        {
            Duration = duration + after,
            Dt = dt,
            Seed = seed,
            Every = every,
        }).Run();
        return run.Probes[0].Trace(0)[(int)Math.Round(after / (every ?? dt))..];
    }

    /// <summary>The fixed points in a box, with their stability, by the first state.</summary>
    /// <param name="box">The box; one around where it goes from its initial values unless given.</param>
    public ImmutableArray<(ImmutableArray<double> States, Stability Stability)> Rest(StateBox? box = null)
    {
        var functions = new RegionFunctions(Model);
        return
        [
            .. FixedPoints.Find(functions, [], box ?? StateBox.Around(functions, []))
                .Select(f => (f, Stability.Of(functions.Linearise([], f.AsSpan())))),
        ];
    }

    /// <summary>How often a course crosses its middle upwards, per second.</summary>
    /// <param name="course">The course.</param>
    /// <param name="dt">The interval between its samples in seconds.</param>
    public static double Frequency(double[] course, double dt)
    {
        var middle = (course.Min() + course.Max()) / 2;
        int? first = null;
        var (last, crossings) = (0, 0);
        for (var i = 1; i < course.Length; i++)
        {
            if (course[i - 1] < middle && course[i] >= middle)
            {
                first ??= i;
                (last, crossings) = (i, crossings + 1);
            }
        }

        return crossings > 1 ? (crossings - 1) / ((last - first!.Value) * dt) : 0;
    }
}
