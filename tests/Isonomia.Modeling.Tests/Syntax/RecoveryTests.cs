using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Tests.Syntax;

/// <summary>
/// What is left of a wrong text: what it defines is known, so that nobody asks for it again; what it says is used where
/// the mistake leaves no doubt about it.
/// </summary>
public class RecoveryTests
{
    [Theory]
    [InlineData("dv/dt = -v^2/tau : volt", "dv/dt = ((-(v ** 2)) / tau) : volt")]
    [InlineData("x = int(a = 3 && !b) : 1", "x = int(((a == 3) and (not b))) : 1")]
    [InlineData("v' = \u2212v\u00b7w\u00b2 : 1", "dv/dt = ((-v) * (w ** 2)) : 1")]
    [InlineData("d(v)/dt := [a + b]*2 : 1", "dv/dt = ((a + b) * 2) : 1")]
    [InlineData("x = 0,5 mV : volt", "x = (0 * mV) : volt")]
    [InlineData("dv/dt = a", "dv/dt = a : missing")]
    [InlineData("dv/dt = a volt (constant)", "dv/dt = a : missing (constant)")]
    [InlineData("x : 1 (constant, froozen)", "x : 1 (constant)")]
    public void What_is_plainly_meant_is_read_on(string text, string read) => Assert.Equal(read, Equations(text));

    [Theory]
    [InlineData("dv/dt = (a + b : volt", "dv/dt = missing : volt")]
    [InlineData("dv/dt = a b : volt", "dv/dt = missing : volt")]
    [InlineData("dv/dt = a*/b : volt", "dv/dt = missing : volt")]
    [InlineData("C*dv/dt = a : volt", "dv/dt = missing : volt")]
    [InlineData("v'' = -v : volt", "dv/dt = missing : missing")]
    [InlineData("x = a : volt second", "x = a : missing")]
    [InlineData("x = a : volt**n", "x = a : missing")]
    [InlineData("g [nS]\nE volt", "g : missing\nE : missing")]
    [InlineData("par gna=120, gk=36", "gna : missing\ngk : missing")]
    [InlineData("x = a ? b : c : 1\ny : 1", "x = missing : 1\ny : 1")]
    public void What_leaves_a_doubt_is_missing_but_defined(string text, string read) =>
        Assert.Equal(read, Equations(text));

    [Fact]
    public void Broken_lines_in_a_row_are_each_explained() => Assert.Equal(
        ["1:5", "2:4", "3:10", "5:1", "7:3"],
        Mistakes.OfEquations("tau second\ngL (siemens)\nx = clip($, 0,\n  1) : 1\n2x = 3\nEL = -70*mV : volt\nI [nA]")
            .Where(l => !l.StartsWith("->")).Select(l => string.Join(':', l.Split(':')[..2])));

    [Theory]
    [InlineData("v = Vr +; w = (a; u = a b; x^=2", "v = missing\nw = missing\nu = missing\nx **= 2")]
    [InlineData("v == Vr w += b", "v = Vr\nw += b")]
    public void A_broken_statement_still_sets_its_variable(string text, string read) => Assert.Equal(
        read,
        string.Join(
            '\n',
            StatementsParser.Parse(new SourceText(text, "text"), new DiagnosticBag()).Select(SyntaxPrinter.Print)));

    private static string Equations(string text)
    {
        var bag = new DiagnosticBag();
        var read = EquationsParser.Parse(new SourceText(text, "text"), bag);
        Assert.True(bag.HasErrors);
        return string.Join('\n', read.Select(SyntaxPrinter.Print));
    }
}
