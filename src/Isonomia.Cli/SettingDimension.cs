using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Models;

namespace Isonomia.Cli;

/// <summary>
/// Whether a value set is of its parameter's dimension. A value of another would make every equation that reads it
/// wrong: it is said where it was given.
/// </summary>
internal static class SettingDimension
{
    /// <summary>Reports a value of another dimension.</summary>
    /// <param name="model">The model as written.</param>
    /// <param name="path">What is set.</param>
    /// <param name="value">Its value.</param>
    /// <param name="bag">Takes what is wrong.</param>
    public static void Require(CellModel model, string path, string value, DiagnosticBag bag)
    {
        var name = path.StartsWith("parameters.", StringComparison.Ordinal) ? path["parameters.".Length..] : path;
        if (model.Parameters.FirstOrDefault(p => p.Name == name) is { } parameter)
        {
            ExpressionResolver.Resolve(new SourceText(value, $"--set {path}"), model.Parameters.Select(p => p.Symbol), bag,
                ExpectedValue.ConstantFor(parameter.Symbol));
        }
    }
}
