using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Tests.Description;

/// <summary>
/// What is wrong with the form of a model file is said with its line and column, and with what to do.
/// </summary>
public class ModelFileFormTests
{
    private const string Rest = "equations: |\n  dv/dt = -v/tau : volt\n";

    [Theory]
    [InlineData("", "m.yaml:1:1", "the file is empty", "begin with 'cell: NAME'")]
    [InlineData("# only a comment\n", "m.yaml:1:1", "the file is empty", "begin with 'cell: NAME'")]
    [InlineData("just words", "m.yaml:1:1", "found text where keys and values were expected",
        "begin with 'cell: NAME'")]
    [InlineData("- cell: x\n", "m.yaml:1:1", "found a list where keys and values", "begin with")]
    [InlineData("cell: a\nequatoins: |\n  dv/dt = 0 : 1\n", "m.yaml:2:1", "unknown key 'equatoins'",
        "did you mean 'equations'?")]
    [InlineData("cell: a\n" + Rest + "threshold: v > 1\nthreshold: v > 2\n", "m.yaml:5:1",
        "'threshold' stands here a second time", "keep one")]
    [InlineData("cell: a\n", "m.yaml:1:1", "found no 'equations'", "add 'equations: |'")]
    [InlineData("cel: a\n" + Rest, "m.yaml:1:1", "found no 'cell', 'receptor', 'field' or 'circuit'",
        "did you mean 'cell'?")]
    [InlineData("field: a\nregions: {}\n", "m.yaml:2:1", "unknown key 'regions' in a field's file", "known: ")]
    [InlineData("cell: a\n\tkind: x\n" + Rest, "m.yaml:2:1", "found a tab where spaces were expected",
        "indent with spaces")]
    [InlineData("cell: a\nequations: dv/dt = -v/tau : volt\n", "m.yaml:2:", "found ': ' inside a value",
        "equations go below")]
    [InlineData("cell: a\nequations:\n  dv/dt = -v/tau : volt\n", "m.yaml:3:3",
        "found a mapping where the text of the equations", "write 'equations: |'")]
    [InlineData("cell: a\nequations: >\n  a = 1 : 1\n  b = 2 : 1\n", "m.yaml:2:",
        "found lines that YAML folds into one", "write 'equations: |'")]
    [InlineData("cell: a\nequations: |\n", "m.yaml:2:1", "found no equations below", "indent them")]
    [InlineData("cell: a\nreset:\n  v = 1\n  w = 2\n" + Rest, "m.yaml:3:3", "found lines that YAML folds into one",
        "write 'reset: |'")]
    [InlineData("cell: a\nparameters: {tau:20 ms}\n" + Rest, "m.yaml:2:14", "found 'tau:20 ms'", "write 'tau: 20 ms'")]
    [InlineData("cell: a\nparameters: {tau = 20 ms}\n" + Rest, "m.yaml:2:14", "found 'tau = 20 ms'",
        "write 'tau: 20 ms'")]
    [InlineData("cell: a\nmethod: euler\n" + Rest, "m.yaml:2:1", "unknown key 'method'", "write 'integrator'")]
    [InlineData("cell: a\ninitial: {v: uniform(0 mV, 20 mV)}\n" + Rest, "m.yaml:2:14", "found '(' without its ')'",
        "in quotes")]
    [InlineData("cell: a\nparameters: {tau: 20 ms\n" + Rest, "m.yaml:2:13", "a bracket is opened here and not closed",
        "close every bracket")]
    [InlineData("cell: a\nparameters: 3\n" + Rest, "m.yaml:2:13", "found text where a mapping of names to values",
        "{NAME: VALUE}")]
    [InlineData("cell: a\nparameters:\n  tau: {meaning: x}\n" + Rest, "m.yaml:3:3", "parameter 'tau' has no 'value'",
        "{value: 1 mV")]
    [InlineData("cell: a\nparameters:\n  tau: {value: 1 s, mean: x}\n" + Rest, "m.yaml:3:21", "unknown key 'mean'",
        "did you mean 'meaning'?")]
    [InlineData("cell: a\nparameters:\n  tau: {value: 1 s, range: 3 s}\n" + Rest, "m.yaml:3:28",
        "where a range was expected", "[SMALLEST, LARGEST]")]
    [InlineData("cell: a\nparameters:\n  tau:\n" + Rest, "m.yaml:3:3", "'tau' has no value", "as in 'tau: VALUE'")]
    [InlineData("cell: a\nseed: -1\n" + Rest, "m.yaml:2:7", "found '-1' where a whole number", "seed: 42")]
    [InlineData("cell: a/b\n" + Rest, "m.yaml:1:7", "found 'a/b' where a name was expected", "letters, digits")]
    [InlineData("receptor: a\nstate: targets\n" + Rest, "m.yaml:2:8", "where target, source or synapse",
        "did you mean 'target'?")]
    [InlineData("cell: a\n" + Rest + "--- \ncell: b\n", "m.yaml:4:1", "found a second document",
        "one file holds one model")]
    [InlineData("cell: &a b\n" + Rest, "m.yaml:1:7", "found an anchor", "in quotes")]
    [InlineData("cell: a\nthreshold: *v\n" + Rest, "m.yaml:2:12", "found an alias", "in quotes")]
    [InlineData("cell: !!str a\n" + Rest, "m.yaml:1:7", "found a tag", "in quotes")]
    [InlineData("cell: a\nkind: \"open\n" + Rest, "m.yaml:", "a quote is opened here and not closed", "close it")]
    [InlineData("cell: a\nkind: @b\n" + Rest, "m.yaml:2:7", "a character with which no value can begin", "in quotes")]
    [InlineData("cell: a\nkind: b\u0000\n" + Rest, "m.yaml:2:8", "found the control character U+0000", "text file")]
    [InlineData("cell: a\ntests: [{rate: [1 Hz, 2 Hz]}]\n" + Rest, "m.yaml:2:9", "does not say how long it runs",
        "add 'for: 1 s'")]
    [InlineData("cell: a\ntests: [{for: 1 s}]\n" + Rest, "m.yaml:2:9", "the test expects nothing", "rate")]
    [InlineData("cell: a\nvariants: {b: {parametres: {c: 1}}}\n" + Rest, "m.yaml:2:16",
        "unknown key 'parametres' in variant 'b'", "did you mean 'parameters'?")]
    public void A_mistake_in_a_file_is_named_with_its_place_and_a_way_out(string text, string place, string message,
        string hint)
    {
        var bag = new DiagnosticBag();
        Assert.Null(ModelFile.Parse(text, "m.yaml", bag));
        var shown = string.Join('\n', bag.Found.Select(d => d.Render()));
        Assert.Contains(place, shown);
        Assert.Contains(message, shown);
        Assert.Contains(hint, shown);
    }

    [Fact]
    public void All_mistakes_of_a_file_are_named_at_once()
    {
        var bag = new DiagnosticBag();
        ModelFile.Parse("cell: a b\nkynd: x\nseed: y\nparameters: [1]\n", "m.yaml", bag);
        Assert.Equal([1, 1, 2, 3, 4], bag.Found.Select(d => d.Source.Position(d.Span.Start).Line));
    }

    [Fact]
    public void Mistakes_of_form_do_not_hide_those_of_meaning_nor_make_new_ones()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
        File.WriteAllText(
            path, "cell: a\nparameters: {tau = 20 ms, E: 5 mS}\nequations: |\n  dv/dt = (E - v)/tau : volt\ntreshold: v > 1\nreset: v = x\n");
        try
        {
            var thrown = Assert.Throws<ModelException>(() => ModelFile.Read(path));
            Assert.Equal([2, 4, 5, 6], thrown.Diagnostics.Select(d => d.Source.Position(d.Span.Start).Line));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_place_in_the_equations_is_the_place_in_the_file()
    {
        var cell = Cell(
            "cell: a\nequations: |\n\n    dv/dt = x : 1\n    # note\n\n    y = 2 : 1\nthreshold:  v > y\nreset: 'v = 0'\n");
        Assert.Equal((7, 9), Place(cell.Equations, "2"));
        Assert.Equal((4, 13), Place(cell.Equations, "x"));
        Assert.Equal((8, 17), Place(cell.Threshold!, "y"));
        Assert.Equal((9, 13), Place(cell.Reset!, "0"));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_of_other_systems_change_no_place(string end)
    {
        var cell = Cell("cell: a\nequations: |\n  dv/dt = x : 1\n  y = 2 : 1\n".Replace("\n", end));
        Assert.Equal((4, 7), Place(cell.Equations, "2"));
    }

    [Fact]
    public void A_value_folded_over_two_lines_is_read_as_one()
    {
        var cell = Cell("cell: a\nsource: Hodgkin &\n  Huxley\nthreshold: >\n  v >\n  1\n" + Rest);
        Assert.Equal("Hodgkin & Huxley", cell.Source);
        Assert.Equal("v > 1", cell.Threshold!.ToString());
    }

    [Fact]
    public void A_key_may_hold_an_empty_text_in_quotes() =>
        Assert.Equal("", Cell("cell: a\nreset: ''\n" + Rest).Reset!.Text);

    [Fact]
    public void A_file_of_megabytes_is_refused()
    {
        var bag = new DiagnosticBag();
        Assert.Null(ModelFile.Parse("cell: a\ndescription: " + new string('x', 1 << 20), "m.yaml", bag));
        Assert.Contains("at most 1,048,576", bag.Found[0].Message);
    }

    private static CellDescription Cell(string text)
    {
        var bag = new DiagnosticBag();
        var cell = ModelFile.Parse(text, "m.yaml", bag);
        bag.ThrowIfErrors();
        return Assert.IsType<CellDescription>(cell);
    }

    private static (int Line, int Column) Place(ModelText text, string of) =>
        text.Source.Position(text.Text.IndexOf(of, StringComparison.Ordinal));
}
