// The peer of bench/ssh: a menu with a preview, by bubbletea on wish, drawn as large as ours.
//
//	wish ADDRESS HOST_KEY TEXT_FILE
//
// TEXT_FILE is the résumé as text; its headings, lines without an indent after a blank one, are the menu.
package main

import (
	"log"
	"os"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/wish"
	bm "github.com/charmbracelet/wish/bubbletea"
	"github.com/gliderlabs/ssh"
)

type section struct {
	title string
	lines []string
}

var (
	sections []section
	accent   = lipgloss.NewStyle().Foreground(lipgloss.Color("5")).Bold(true)
	title    = lipgloss.NewStyle().Bold(true)
	quiet    = lipgloss.NewStyle().Faint(true)
)

type model struct{ index, width, height int }

func (m model) Init() tea.Cmd { return nil }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
	case tea.KeyMsg:
		switch msg.String() {
		case "down", "j":
			if m.index < len(sections)-1 {
				m.index++
			}
		case "up", "k":
			if m.index > 0 {
				m.index--
			}
		case "q", "ctrl+c":
			return m, tea.Quit
		}
	}
	return m, nil
}

func (m model) View() string {
	const left = 36
	rows := make([]string, 0, m.height)
	rows = append(rows, title.Render(sections[0].title), quiet.Render("bubbletea on wish"), quiet.Render(strings.Repeat("─", m.width-4)))
	preview := sections[m.index].lines
	for y := 0; y < m.height-6; y++ {
		menu := strings.Repeat(" ", left)
		if y < len(sections) {
			if y == m.index {
				menu = accent.Render(pad("❯ "+sections[y].title, left))
			} else {
				menu = pad("  "+sections[y].title, left)
			}
		}
		line := ""
		if y < len(preview) {
			line = preview[y]
		}
		rows = append(rows, menu+quiet.Render(" │ ")+pad(line, m.width-left-7))
	}
	rows = append(rows, quiet.Render(strings.Repeat("─", m.width-4)), accent.Render("↑↓")+quiet.Render(" move  ")+accent.Render("q")+quiet.Render(" quit READY"))
	return lipgloss.NewStyle().PaddingLeft(2).Render(strings.Join(rows, "\n"))
}

func pad(text string, width int) string {
	runes := []rune(text)
	if len(runes) > width {
		return string(runes[:width])
	}
	return text + strings.Repeat(" ", width-len(runes))
}

func main() {
	text, err := os.ReadFile(os.Args[3])
	if err != nil {
		log.Fatal(err)
	}
	lines := strings.Split(string(text), "\n")
	for i, line := range lines {
		if line != "" && line[0] != ' ' && (i == 0 || lines[i-1] == "") {
			sections = append(sections, section{title: line})
		} else if len(sections) > 0 {
			last := &sections[len(sections)-1]
			last.lines = append(last.lines, line)
		}
	}
	server, err := wish.NewServer(
		wish.WithAddress(os.Args[1]),
		wish.WithHostKeyPath(os.Args[2]),
		wish.WithMiddleware(bm.Middleware(func(s ssh.Session) (tea.Model, []tea.ProgramOption) {
			pty, _, _ := s.Pty()
			return model{width: pty.Window.Width, height: pty.Window.Height}, []tea.ProgramOption{tea.WithAltScreen()}
		})),
	)
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(server.ListenAndServe())
}
