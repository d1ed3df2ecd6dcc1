using Isonomia.Modeling.Expressions.Printing;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;

namespace Isonomia.Reporting.Runs;

/// <summary>The equations that ran, the values of their parameters, and how they were stepped.</summary>
internal static class ModelSection
{
    public static void Write(MarkupWriter page, CellReportContent content)
    {
        var model = content.Model;
        Section.Open(page, "model", "Model");
        if (model.Source is not null)
            page.Add($"<p class=\"source\">{model.Source}</p>");
        WriteEquations(page, model);
        WriteParameters(page, content);
        page.AddRaw("<h3>Integration</h3><ul>");
        foreach (var (states, reason) in content.Choices)
            page.Add($"<li><code>{states}</code> {reason}</li>");
        page.AddRaw("</ul>");
        Section.Close(page);
    }

    /// <summary>The equations of a cell, its threshold, reset and refractoriness.</summary>
    public static void WriteEquations(MarkupWriter page, CellModel model)
    {
        foreach (var equation in model.Equations.Equations.Where(e => e.Kind != EquationKind.Parameter))
            page.AddRaw("<p class=\"equation\">").AddRaw(MathMlPrinter.Print(equation)).AddRaw("</p>");
        if (model.Threshold is not null)
            page.AddRaw("<p class=\"equation\">spike when ").AddRaw(MathMlPrinter.Print(model.Threshold)).AddRaw("</p>");
        foreach (var (target, value) in model.Reset)
        {
            page.Add($"<p class=\"equation\">then {target.Name} becomes ");
            page.AddRaw(MathMlPrinter.Print(value)).AddRaw("</p>");
        }

        if (model.Refractory is not null)
            page.AddRaw("<p class=\"equation\">refractory for ").AddRaw(MathMlPrinter.Print(model.Refractory)).AddRaw("</p>");
    }

    private static void WriteParameters(MarkupWriter page, CellReportContent content)
    {
        if (content.Model.Parameters.IsEmpty)
            return;
        page.AddRaw("<table class=\"words\"><thead><tr><th>Parameter</th><th>Value</th><th>Meaning</th></tr></thead><tbody>");
        foreach (var parameter in content.Model.Parameters)
        {
            var value = content.ParameterValues.TryGetValue(parameter.Name, out var known)
                ? new Quantity(known, parameter.Symbol.Dimension).ToString()
                : NumberText.None;
            page.Add($"<tr><th scope=\"row\"><code>{parameter.Name}</code></th><td>{value}</td>");
            page.Add($"<td>{parameter.Meaning ?? ""}</td></tr>");
        }

        page.AddRaw("</tbody></table>");
    }
}
