using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Expressions.Printing;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Units;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;

namespace Isonomia.Reporting.Runs.Circuits;

/// <summary>Who is connected to whom, what drives the circuit, its cells and parameters.</summary>
internal static class StructureSection
{
    public static void Write(MarkupWriter page, CircuitModel circuit)
    {
        Section.Open(page, "structure", "Structure");
        WriteProjections(page, circuit);
        WriteStimuli(page, circuit);
        WriteParameters(page, circuit);
        WriteCells(page, circuit);
        Section.Close(page);
    }

    private static void WriteProjections(MarkupWriter page, CircuitModel circuit)
    {
        if (circuit.Projections.IsEmpty)
        {
            page.AddRaw("<p>No projections: its cells do not reach each other.</p>");
            return;
        }

        page.AddRaw("<table class=\"words\"><caption>Projections</caption><thead><tr><th>From</th><th>To</th>"
            + "<th>Receptor</th><th>Rule</th><th>Weight</th><th>Delay</th></tr></thead><tbody>");
        foreach (var projection in circuit.Projections)
        {
            var (source, target) = (circuit.Populations[projection.Source], circuit.Populations[projection.Target]);
            page.Add($"<tr><th scope=\"row\">{source.Name}</th><td>{target.Name}</td><td>{projection.Port}");
            if (projection.Synapse is { } synapse)
                page.Add($", plastic ({synapse.Name})");
            page.Add($"</td><td>{SynapticText.Of(projection.Rule)}{Exclusions(projection)}</td>");
            page.Add($"<td>{SynapticText.Of(projection.Weight, WeightOf(target, projection.Port))}</td>");
            page.Add($"<td>{SynapticText.Of(projection.Delay, Dimension.Time)}</td></tr>");
        }

        page.AddRaw("</tbody></table>");
    }

    private static string Exclusions(ProjectionModel projection)
    {
        var words = new List<string>();
        if (!projection.Autapses && projection.Source == projection.Target)
            words.Add("not to itself");
        if (!projection.Multapses)
            words.Add("once at most");
        return words.Count == 0 ? "" : "; " + string.Join(", ", words);
    }

    private static Dimension WeightOf(PopulationModel target, string port) =>
        target.Arrivals.FirstOrDefault(a => a.Name == port)?.Weight
        ?? target.Graded.FirstOrDefault(g => g.Name == port)?.Weight ?? Dimension.None;

    private static void WriteStimuli(MarkupWriter page, CircuitModel circuit)
    {
        if (circuit.Stimuli.IsEmpty)
            return;
        page.AddRaw("<table class=\"words\"><caption>Spikes from outside</caption><thead><tr><th>Name</th><th>To</th>"
            + "<th>Receptor</th><th>Spikes</th><th>Weight</th><th>When</th></tr></thead><tbody>");
        foreach (var stimulus in circuit.Stimuli)
        {
            var target = circuit.Populations[stimulus.Target];
            var spikes = stimulus.Rate is { } rate
                ? $"Poisson, {ValueText.Of(rate)} at each cell"
                : $"{stimulus.Times.Length} listed";
            var cells = stimulus.Cells is { } some ? $"{some.Length} of {target.Size} cells of " : "";
            var weight = new Quantity(stimulus.Weight, WeightOf(target, stimulus.Port));
            page.Add($"<tr><th scope=\"row\">{stimulus.Name}</th><td>{cells}{target.Name}</td>");
            page.Add($"<td>{stimulus.Port}</td><td>{spikes}</td><td>{SynapticText.Rounded(weight)}</td>");
            page.Add($"<td>{When(stimulus)}</td></tr>");
        }

        page.AddRaw("</tbody></table>");
    }

    private static string When(StimulusModel stimulus)
    {
        var from = SynapticText.Rounded(new Quantity(stimulus.Start, Dimension.Time));
        if (double.IsFinite(stimulus.Stop))
            return $"{from} to {SynapticText.Rounded(new Quantity(stimulus.Stop, Dimension.Time))}";
        return stimulus.Start > 0 ? "from " + from : "throughout";
    }

    private static void WriteParameters(MarkupWriter page, CircuitModel circuit)
    {
        if (circuit.Parameters.IsEmpty)
            return;
        page.AddRaw("<h3>Parameters of the circuit</h3><div class=\"settings\">");
        foreach (var (name, value) in circuit.Parameters)
            page.Add($"<div><code>{name}</code> {NumberText.Significant(value, 6)}</div>");
        page.AddRaw("</div><p class=\"small\">In SI base units.</p>");
    }

    // Populations whose cells are described by the same words share them.
    private static void WriteCells(MarkupWriter page, CircuitModel circuit)
    {
        var groups = circuit.Populations.Where(p => p.Cell is not null).GroupBy(p => Description(p.Cell!));
        foreach (var group in groups)
        {
            var cell = group.First().Cell!;
            page.Add($"<h3>{cell.Name} <code>{Section.Listed([.. group.Select(p => p.Name)])}</code></h3>");
            ModelSection.WriteEquations(page, cell);
            if (cell.Parameters.IsEmpty)
                continue;
            page.AddRaw("<div class=\"settings\">");
            foreach (var (parameter, value) in ValueText.Of(cell))
                page.Add($"<div><code>{parameter.Name}</code> {value}</div>");
            page.AddRaw("</div>");
        }
    }

    private static string Description(CellModel cell)
    {
        var page = new MarkupWriter();
        ModelSection.WriteEquations(page, cell);
        return cell.Name + page
            + string.Join(';', cell.Parameters.Select(p => p.Name + "=" + TextPrinter.Print(p.Value)));
    }
}
