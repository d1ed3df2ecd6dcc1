using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Description.Resolving;

/// <summary>A parameter that nothing reads is often one whose name was mistyped where it should be read.</summary>
internal static class UnusedParameters
{
    public static void Report(CellDescription cell, CellModel model, DiagnosticBag bag)
    {
        var read = model.Reset.SelectMany(a => FreeVariables.Of(a.Value)).ToHashSet(StringComparer.Ordinal);
        foreach (var expression in new[] { model.Threshold, model.Refractory, model.Input }.OfType<Expression>()
            .Concat(model.Initial.Values)
            .Concat(model.Parameters.Select(p => p.Value))
            .Concat(model.Equations.Equations.SelectMany(e => e.Noise.Values.Append(e.Right).OfType<Expression>())))
        {
            read.UnionWith(FreeVariables.Of(expression));
        }

        foreach (var unused in cell.Parameters.Where(p => !read.Contains(p.Name.Text)
            && model.Equations.Find(p.Name.Text) is null && model.Parameters.Any(m => m.Name == p.Name.Text)))
        {
            bag.Warning(unused.Name.Source, unused.Name.Span, $"nothing reads the parameter '{unused.Name}'");
        }
    }
}
