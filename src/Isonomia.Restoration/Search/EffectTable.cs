using System.Collections.Immutable;
using Isonomia.Inference.Models;
using Isonomia.Numerics.Random;
using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Individuals;

namespace Isonomia.Restoration.Search;

/// <summary>
/// What each intervention at each dose does to the parameters in each draw of its uncertain effects. A draw is a function
/// of the seed, the intervention's name and its number alone, so that it is the same at every dose and in every plan.
/// </summary>
internal sealed class EffectTable
{
    private static readonly RandomPurpose Purpose = "effect-size";

    private readonly double[][][] logs;
    private readonly double[][][] shifts;

    public EffectTable(SpectralModel model, ImmutableArray<DosedIntervention> items, int draws, long seed)
    {
        (Items, Draws, Width) = (items, draws, model.Parameters.Count);
        logs = new double[items.Length][][];
        shifts = new double[items.Length][][];
        for (var i = 0; i < items.Length; i++)
        {
            logs[i] = new double[draws][];
            shifts[i] = new double[draws][];
            var mapping = items[i].Intervention.In(model.Name)!;
            var targets = mapping.Changes.Select(c => Displacement.IndexOf(model, c.Target)).ToArray();
            for (var draw = 0; draw < draws; draw++)
                (logs[i][draw], shifts[i][draw]) = Effect(items[i], mapping, targets, DrawsOf(items[i].Intervention, draw, seed));
        }
    }

    public ImmutableArray<DosedIntervention> Items { get; }

    public int Draws { get; }

    public int Width { get; }

    /// <summary>
    /// The standard normal numbers of a draw: the half dose first, then the size of each change in the model.
    /// </summary>
    public static double[] DrawsOf(Intervention intervention, int draw, long seed)
    {
        var name = RandomPurpose.Named(intervention.Name).Code;
        var random = new RandomStream(seed ^ ((long)name << 20), Purpose, draw);
        var normals = new double[16];
        random.FillNormal(normals);
        return normals;
    }

    /// <summary>Changes parameters as items of the table do together.</summary>
    public void Apply(ReadOnlySpan<int> items, int draw, Span<double> parameters)
    {
        Span<double> log = stackalloc double[Width];
        log.Clear();
        Span<double> shift = stackalloc double[Width];
        shift.Clear();
        foreach (var item in items)
        {
            var (l, s) = (logs[item][draw], shifts[item][draw]);
            for (var k = 0; k < Width; k++)
            {
                log[k] += l[k];
                shift[k] += s[k];
            }
        }

        for (var k = 0; k < Width; k++)
        {
            if (log[k] != 0 || shift[k] != 0)
                parameters[k] = (parameters[k] * Math.Exp(log[k])) + shift[k];
        }
    }

    /// <summary>Changes parameters as an intervention of a given net strength does in one draw, as <see cref="DrawsOf"/> gives it.</summary>
    public static void Apply(
        SpectralModel model, Intervention intervention, double strength, double[] normals, Span<double> parameters)
    {
        var changes = intervention.In(model.Name)!.Changes;
        for (var c = 0; c < changes.Length; c++)
        {
            var index = Displacement.IndexOf(model, changes[c].Target);
            parameters[index] = changes[c].Apply(parameters[index], normals[1 + c], strength);
        }
    }

    private (double[] Logs, double[] Shifts) Effect(
        DosedIntervention item, ModelMapping mapping, int[] targets, double[] normals)
    {
        var (log, shift) = (new double[Width], new double[Width]);
        var strength = item.Intervention.Dosing.Strength(item.Dose, normals[0]);
        for (var c = 0; c < targets.Length; c++)
        {
            var change = mapping.Changes[c];
            if (change.Kind == ChangeKind.Factor)
                log[targets[c]] += Math.Log(change.Apply(1, normals[1 + c], strength));
            else
                shift[targets[c]] += change.Apply(0, normals[1 + c], strength);
        }

        return (log, shift);
    }
}
